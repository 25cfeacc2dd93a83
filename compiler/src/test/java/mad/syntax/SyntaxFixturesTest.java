package mad.syntax;

import java.util.stream.Stream;
import mad.Fixtures;
import mad.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxFixturesTest {
    static Stream<SourceFile> fixtures() {
        return Fixtures.in("syntax").stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysWhatTheCommentsExpect(SourceFile file) {
        Fixtures.check(file, Parser.parse(file).diagnostics());
    }
}
