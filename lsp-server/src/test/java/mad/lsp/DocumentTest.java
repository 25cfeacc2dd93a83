package mad.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mad.source.LineIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    private static Document.Change change(int line, int from, int to, String text) {
        return new Document.Change(new LineIndex.Position(line, from), new LineIndex.Position(line, to), text);
    }

    private static Document document(String text) {
        return new Document("file:///a.mad", 1, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "let a = 1 // one         | 16 | 16 | x    | true",
                "let a = 1 // one         | 12 | 14 | ``   | true",
                "/// Doc.                 | 3  | 3  | x    | true",
                "// one                   | 2  | 2  | /    | true",
                "// one                   | 1  | 1  | x    | false",
                "// one                   | 0  | 2  | ``   | false",
                "let a = 1 // one         | 9  | 9  | 0    | false",
                "let a = 1 / 2            | 13 | 13 | 0    | false",
                "import \"//x\" // why  | 10 | 10 | x    | false",
                "import \"//x\" // why  | 19 | 19 | x    | true",
                "import \"a\\\"//\" b    | 15 | 15 | x    | false",
            })
    void aChangeWithinACommentIsARemark(String line, int from, int to, String text, boolean remark) {
        assertEquals(remark, document("\n" + line + "\n").isRemark(List.of(change(1, from, to, text))));
    }

    @Test
    void aRemarkStaysOnItsLine() {
        Document document = document("// one\n// two\n");
        Document.Change joined = new Document.Change(new LineIndex.Position(0, 3), new LineIndex.Position(1, 3), "");
        assertEquals(false, document.isRemark(List.of(joined)));
        assertEquals(false, document.isRemark(List.of(change(0, 4, 4, "\nlet"))));
        assertEquals(false, document.isRemark(List.of(new Document.Change(null, null, "// all"))));
    }

    @Test
    void everyChangeCounts() {
        Document document = document("// one\n");
        assertEquals(true, document.isRemark(List.of(change(0, 3, 3, "a"), change(0, 4, 4, "b"))));
        assertEquals(false, document.isRemark(List.of(change(0, 3, 3, "a"), change(0, 0, 1, ""))));
    }
}
