package browserkit

import (
	"archive/zip"
	"bytes"
	"fmt"
)

// archive makes the file of saved queries: a folder a topic, and in it a file a
// picture, whose first line is its title. Nothing is compressed, so that the bytes
// don't depend on the version of a library.
func archive(topics []topic) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, t := range topics {
		for _, p := range t.Pictures {
			f, err := w.CreateHeader(&zip.FileHeader{Name: t.Topic + "/" + p.Query + ".cypher", Method: zip.Store})
			if err != nil {
				return nil, err
			}
			if _, err := fmt.Fprintf(f, "// %s\n%s", p.Title, p.Cypher); err != nil {
				return nil, err
			}
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
