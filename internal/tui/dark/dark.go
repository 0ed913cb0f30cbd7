// Package dark tells lipgloss that the background is dark before bubbletea is
// initialised, which would otherwise ask the terminal and wait for an answer:
// five seconds, in every command, on a terminal that gives none.
//
// It works because Go initialises packages that are ready in the order of
// their import paths. So it must import nothing but lipgloss, and its path
// must sort before github.com/charmbracelet/bubbletea. It must never choose a
// colour: no style in this program depends on the background.
package dark

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
