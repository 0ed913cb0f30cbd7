package interview

// Positions gives the positions on the path, and the current one.
func (e *Engine) Positions() (path []string, at string) {
	for _, p := range e.path() {
		path = append(path, p.pos)
	}
	return path, e.at
}
