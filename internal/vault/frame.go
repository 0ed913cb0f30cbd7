package vault

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
)

// block is the size on disk of everything in a draft: the header is padded to
// it, and each record is cut into blocks of it, so that lengths tell nothing and
// a torn write harms one record only. Source: a page of the usual disks.
const block = 4096

// Sizes inside a block: a random nonce, the sealed text, its tag. The text
// begins with a byte that says whether the record goes on in the next block, and
// two bytes for how much of it is record.
const (
	overhead = 12 + 16
	blockTop = 3
	room     = block - overhead - blockTop
)

// maxRecord bounds a record; the largest is the indicator set in the first.
const maxRecord = 16 << 20

// sealer seals the blocks of one draft. The associated data is the hash of the
// header and the number of the block: a block counts in its place and in its
// draft only.
type sealer struct {
	aead   cipher.AEAD
	header []byte
}

func newSealer(key, header []byte) (sealer, error) {
	b, err := aes.NewCipher(key)
	if err != nil {
		return sealer{}, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(b)
	return sealer{aead, header}, err
}

func (s sealer) place(number int) []byte {
	return binary.BigEndian.AppendUint64(bytes.Clone(s.header), uint64(number))
}

// seal makes the blocks of a record, the first of which has the number.
func (s sealer) seal(record []byte, number int) []byte {
	var out []byte
	for {
		n := min(len(record), room)
		var plain [block - overhead]byte
		if len(record) > n {
			plain[0] = 1
		}
		binary.BigEndian.PutUint16(plain[1:], uint16(n))
		copy(plain[blockTop:], record[:n])
		out = s.aead.Seal(out, nil, plain[:], s.place(number))
		record = record[n:]
		number++
		if len(record) == 0 {
			return out
		}
	}
}

// open gives what a block holds of its record.
func (s sealer) open(sealed []byte, number int) (part []byte, more bool, err error) {
	plain, err := s.aead.Open(nil, nil, sealed, s.place(number))
	if err != nil {
		return nil, false, damaged("block %d of the draft is not what was written", number)
	}
	n := int(binary.BigEndian.Uint16(plain[1:]))
	if n > room || plain[0] > 1 {
		return nil, false, damaged("block %d of the draft makes no sense", number)
	}
	return plain[blockTop : blockTop+n], plain[0] == 1, nil
}

// frames are the records of a draft as far as they can be read.
type frames struct {
	records [][]byte
	blocks  int // that the records take: where to go on
	// torn says that the end was cut off while the last record was written.
	torn bool
	// damage says what else is wrong; records are those before it.
	damage error
}

// read reads the blocks behind the header.
func (s sealer) read(data []byte) frames {
	var f frames
	var record []byte
	for number := 0; len(data) >= block; number++ {
		part, more, err := s.open(data[:block], number)
		if err != nil {
			f.torn, f.damage = endOf(data), err
			if f.torn {
				f.damage = nil
			}
			return f
		}
		record = append(record, part...)
		data = data[block:]
		if len(record) > maxRecord {
			f.damage = damaged("a record of the draft has no end")
			return f
		}
		if !more {
			f.records, f.blocks, record = append(f.records, record), number+1, nil
		}
	}
	f.torn = len(data) > 0 || record != nil
	return f
}

// endOf reports whether the block at the start of data, and all behind it, was
// never wholly written: some file systems make a file longer before its bytes
// arrive, and those then read as zeros. No sealed block ends in that many zeros.
func endOf(data []byte) bool {
	const sector = 512
	return len(bytes.Trim(data[block-sector:], "\x00")) == 0
}
