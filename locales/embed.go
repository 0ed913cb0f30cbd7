// Package locales carries all words of Cesta and the law, duties and contacts
// of each country, as YAML, into the binary. It must never hold code beside
// the embedding: what stands here is content, under CC BY 4.0.
package locales

import "embed"

// FS holds languages/, sets/ and countries/.
//
//go:embed languages sets countries
var FS embed.FS
