// Package country is the content model of a country pack: the rights a person
// has there and where they come from, what is told and asked before an
// interview, what the officer must do and must not promise, who helps, and the
// form that starts a legal period. [Load] reads a pack, strictly.
//
// A pack has structure and no sentences; those are words of the bundle
// "country <code>" in package locale, under the keys that [Pack.Keys] lists.
//
// The package must never let a result decide what a person is told: the lists
// of rights and the contacts take no level, and only their order changes. It
// must never hold law in Go, never load a telephone number of low confidence,
// and it takes no clock and opens nothing but the file system it is given.
package country

import (
	"slices"

	"cesta/internal/strict"
)

// Pack is one country pack, loaded and checked.
type Pack struct {
	// Code is the folder's name, such as cz; Name is the country's own name.
	Code, Name string
	Review
	// TimeZone is the IANA name of the zone in which hours are meant.
	TimeZone   string
	Switches   []Switch
	Sources    map[string]string
	Lists      []RightsList
	Parts      []Part
	Referral   Referral
	Promises   []Promise
	Duties     []Duty
	Contacts   []Contact
	Reflection Reflection
}

// Review says how far a thing can be relied on. An item without words of its
// own has those of its file.
type Review struct {
	// State is draft, reviewed or approved.
	State string
	// Checked is the day somebody last looked.
	Checked string
	// ReviewBy names who must review it, or has.
	ReviewBy string
}

// inherit fills what r leaves open from the head of its file.
func (r *Review) inherit(head Review) {
	for _, f := range []struct {
		own  *string
		head string
	}{{&r.State, head.State}, {&r.Checked, head.Checked}, {&r.ReviewBy, head.ReviewBy}} {
		if *f.own == "" {
			*f.own = f.head
		}
	}
}

// Draft reports whether the thing has not been approved, and so must be shown
// as unfinished.
func (r Review) Draft() bool { return r.State != "approved" }

// Basis is one ground on which a text stands.
type Basis struct {
	Pos strict.Pos
	// Text is a citation that reads alike in all languages.
	Text string
	// Confidence is one of [Confidences].
	Confidence string
	// Source is a key of the pack's Sources, or empty.
	Source string
}

// Confidences are the words for how a basis is known, the surest first:
// found in the text in force, found in an older text only, from memory, our
// own reading of the law, and a rule of this program that no law asks for.
var Confidences = []string{"found", "found-old", "memory-high", "memory-medium", "memory-low", "inference", "project"}

// Switch is one act that is not finished, so that what hangs on it can be
// turned without a change in texts or program.
type Switch struct {
	Pos strict.Pos
	ID  string
	// State is bill or act; InForce decides which rights are shown.
	State   string
	InForce bool
	// AsOf is the day of the news, Source where it stood.
	AsOf, Source string
}

// RightsList is one list of the leaflet.
type RightsList struct {
	Pos strict.Pos
	ID  string
	// FirstFor are the situations in which the list moves to the front.
	FirstFor []string
	Rights   []Right
}

// Right is one right. Its id is stable: translations hang on it.
type Right struct {
	Pos strict.Pos
	Review
	ID    string
	Basis []Basis
	// Switch, if not empty, shows the right only while that switch stands at
	// SwitchOn. InsteadOf then names the right that it takes the place of.
	Switch    string
	SwitchOn  bool
	InsteadOf string
	// Note says that there is a remark for the officer.
	Note bool
}

// The kinds of parts.
const (
	Information = "information" // told; the answer is "go on"
	Consent     = "consent"     // asked; "no" has no penalty
)

// Interview is the id of the consent that decides whether questions are asked.
const Interview = "interview"

// Part is one thing told or asked before the first question.
type Part struct {
	Pos strict.Pos
	Review
	ID, Kind string
	// For says who asks: police or ngo. The ground differs: the police act
	// under law, not by consent.
	For string
	// From is the key of the text in the legal notes it was made from.
	From  string
	Basis []Basis
}

// Referral is what an organisation may be told about the person, each item by
// its own consent.
type Referral struct {
	From  string
	Items []string
	Basis []Basis
}

// Promise is one thing that the officer must not promise.
type Promise struct {
	Pos strict.Pos
	Review
	Number int
	Basis  []Basis
}

// Order returns every list of rights that the pack has, with the rights that
// hold as its switches stand. Situations (also "child") only move lists to the
// front; there is no way to leave one out, and a level is no situation.
func (p *Pack) Order(situations []string) []RightsList {
	lists := make([]RightsList, len(p.Lists))
	for i, l := range p.Lists {
		lists[i] = l
		lists[i].Rights = slices.DeleteFunc(slices.Clone(l.Rights), func(r Right) bool { return !p.Holds(r) })
	}
	fits := func(l RightsList) bool {
		return slices.ContainsFunc(l.FirstFor, func(s string) bool { return slices.Contains(situations, s) })
	}
	slices.SortStableFunc(lists, func(a, b RightsList) int { return rank(fits(a)) - rank(fits(b)) })
	return lists
}

// rank sorts what is true before what is not.
func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}

// Holds reports whether the right is shown as the switches stand.
func (p *Pack) Holds(r Right) bool {
	at := slices.IndexFunc(p.Switches, func(s Switch) bool { return s.ID == r.Switch })
	return r.Switch == "" || at >= 0 && p.Switches[at].InForce == r.SwitchOn
}

// List returns a list of rights by its id.
func (p *Pack) List(id string) (RightsList, bool) {
	return find(p.Order(nil), func(l RightsList) bool { return l.ID == id })
}

// Contact returns a contact by its id.
func (p *Pack) Contact(id string) (Contact, bool) {
	return find(p.Contacts, func(c Contact) bool { return c.ID == id })
}

func find[T any](all []T, is func(T) bool) (found T, ok bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	return found, false
}
