package cli

import (
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"cesta/internal/locale"
	"cesta/internal/translation"
)

func newLanguagesExportCommand(p *program) *cobra.Command {
	var to destination
	c := p.command("languages-export", "export TAG")
	p.destinationFlags(c.Flags(), &to)
	c.Args = p.exactlyOne("TAG")
	c.ValidArgsFunction = p.completeLanguage
	c.RunE = p.author(readsFolder, func(a *authors, args []string) error { return a.export(args[0], to) })
	return c
}

func (a *authors) export(tag string, to destination) error {
	l, err := a.language(tag)
	if err != nil {
		return err
	}
	surveys, err := a.surveys(l)
	if err != nil {
		return err
	}
	return a.writeTo(to, func(w io.Writer) error {
		_, err := w.Write(translation.Table(surveys))
		return err
	})
}

func newLanguagesImportCommand(p *program) *cobra.Command {
	c := p.command("languages-import", "import TAG FILE")
	c.Args = func(cmd *cobra.Command, args []string) error {
		for i, name := range []string{"TAG", "FILE"} {
			if len(args) <= i {
				return p.fail(exitUsage, "argument-missing", "command", cmd.CommandPath(), "argument", name)
			}
		}
		return p.atMostTwo(cmd, args)
	}
	c.ValidArgsFunction = p.completeLanguage
	c.RunE = p.author(writesFolder, func(a *authors, args []string) error { return a.take(args[0], args[1]) })
	return c
}

// take puts the texts of a table into the files of words. Either every row is
// good, or nothing is written.
func (a *authors) take(tag, file string) error {
	l, err := a.language(tag)
	if err != nil {
		return err
	}
	surveys, err := a.surveys(l)
	if err != nil {
		return err
	}
	data, err := a.input(file)
	if err != nil {
		return err
	}
	taken, err := translation.Take(a.library, surveys, file, data)
	if err != nil {
		return a.contentFailure("import", err, "file", a.inputName(file))
	}
	files, changed, err := a.edit(l, surveys, taken)
	if err != nil {
		return err
	}
	stamp := stampOf(surveys, taken)
	if err := a.put(l, files, stamp); err != nil {
		return err
	}
	fmt.Fprintln(a.env.Out, a.text("languages.imported", "texts", strconv.Itoa(changed), "backs", strconv.Itoa(len(stamp.Backs))))
	return a.sayGaps(l)
}

// put writes files of words and the record of what is new in them. All that can
// be refused is refused before the first is written.
func (a *authors) put(l locale.Language, files []wordsFile, stamp translation.Stamp) error {
	if len(stamp.Keys) == 0 && len(stamp.Backs) == 0 {
		return nil
	}
	if err := a.loadWith(files); err != nil {
		return err
	}
	statuses, _, err := a.statuses(l, stamp)
	if err != nil {
		return err
	}
	if err := a.writeAll(append(files, statuses...)); err != nil {
		return err
	}
	return a.restate(l)
}

// sayGaps says where to go on after an import, if anything is left to do.
func (a *authors) sayGaps(l locale.Language) error {
	surveys, err := a.surveys(l)
	if err != nil {
		return err
	}
	gaps := 0
	for _, s := range surveys {
		gaps += len(s.Problems())
	}
	if gaps > 0 {
		fmt.Fprintln(a.env.Out, a.text("languages.gaps", "gaps", strconv.Itoa(gaps), "command", a.commandLine("cesta languages check", l.Tag)))
	}
	return nil
}

// edit makes the files of words that get new texts.
func (a *authors) edit(l locale.Language, surveys []translation.Survey, taken []translation.Taken) (files []wordsFile, changed int, err error) {
	for i, s := range surveys {
		if len(taken[i].Texts)+len(taken[i].Backs) == 0 {
			continue
		}
		name := locale.PathOf(s.Bundle, l.Tag)
		data, err := a.read(name)
		if err != nil {
			return nil, 0, a.beginHint(err, l.Tag)
		}
		bundle, err := a.library.Bundle(s.Bundle, l.Tag)
		if err != nil {
			return nil, 0, a.contentFailure("words", err)
		}
		edited, err := translation.Edit(s, data, bundle, s.Keys(), taken[i].Texts)
		if err != nil {
			return nil, 0, a.contentFailure("words", err)
		}
		files = append(files, wordsFile{name, edited})
		changed += len(taken[i].Texts)
	}
	return files, changed, nil
}

// stampOf records as drafts what a table brought. A back-translation that
// comes for a text nobody has recorded records that text too.
func stampOf(surveys []translation.Survey, taken []translation.Taken) translation.Stamp {
	stamp := translation.Stamp{State: locale.Draft}
	for i, s := range surveys {
		for _, e := range taken[i].Texts {
			stamp.Keys = append(stamp.Keys, e.Key)
		}
		for _, b := range taken[i].Backs {
			if s.Unrecorded(b.Key) {
				stamp.Keys = append(stamp.Keys, b.Key)
			}
			stamp.Backs = append(stamp.Backs, b)
		}
	}
	return stamp
}
