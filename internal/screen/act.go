package screen

import (
	"slices"
	"strings"

	"cesta/internal/answers"
	"cesta/internal/interview"
)

// Act turns a pressed key into what the engine is to do. It is false if the
// key means nothing on this screen. On a list, a number alone is not yet an
// answer: see [Screen.ActList]. Help, pause and blank are the conductor's: they
// show a [Page], or nothing at all, and stay on the step.
func (s Screen) Act(key string) (interview.Action, bool) {
	switch key = strings.ToLower(key); key {
	case KeyBack:
		return interview.Action{Verb: interview.Back}, s.Step.CanBack
	case KeySkip:
		return interview.Action{Verb: interview.Skip}, s.Step.CanSkip
	}
	o, found := s.option(key)
	if !found {
		return interview.Action{}, false
	}
	if s.List {
		return s.ActList([]string{key})
	}
	return s.choose(o), true
}

// option finds what stands under a key. Enter stands for next only: no answer
// is ever given by Enter alone.
func (s Screen) option(key string) (Option, bool) {
	i := slices.IndexFunc(s.Options, func(o Option) bool { return o.Key == key })
	if i < 0 {
		return Option{}, false
	}
	return s.Options[i], true
}

func (s Screen) choose(o Option) interview.Action {
	switch {
	case o.Key == KeyNext:
		return interview.Action{Verb: interview.Next}
	case s.Step.Kind == interview.KindQuestion:
		return interview.Action{Verb: interview.Answer, Value: answers.Value{Option: o.ID}}
	case s.Step.Kind == interview.KindReview:
		return interview.Action{Verb: interview.Jump, Target: o.ID}
	}
	return interview.Action{Verb: interview.Choose, Option: o.ID}
}

// ActList turns the keys chosen together on a list into one answer. An item
// that is not among them stays not asked, unless KeyNone is. Unknown and
// refused are for the whole list and stand alone.
func (s Screen) ActList(keys []string) (interview.Action, bool) {
	if !s.List || len(keys) == 0 {
		return interview.Action{}, false
	}
	if len(keys) == 1 && (keys[0] == KeyUnknown || keys[0] == KeyRefused) {
		o, found := s.option(keys[0])
		return s.choose(o), found
	}
	items := map[string]string{}
	for _, key := range keys {
		o, found := s.option(key)
		if !found || key == KeyUnknown || key == KeyRefused || items[o.ID] != "" {
			return interview.Action{}, false
		}
		items[o.ID] = answers.Yes
	}
	return interview.Action{Verb: interview.Answer, Value: answers.Value{Items: items}}, true
}
