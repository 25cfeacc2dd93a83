package mad.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mad.PagesTest;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.query.MemoryWorld;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the pages whose codes only lowering, evaluation or solving can give. */
class SolvedPagesTest {
    private static final long WORK = 20_000;

    static Set<Code> codes() {
        return EnumSet.copyOf(PagesTest.LATER);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void wrongIsWrongInThisWay(Code code) throws IOException {
        Set<Code> said = said(PagesTest.examples(code, "wrong").getFirst());
        assertTrue(said.contains(code), said::toString);
        assertTrue(said.stream().allMatch(c -> c == code || c.severity() == Severity.INFO), said::toString);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void rightIsRight(Code code) throws IOException {
        Set<Code> said = said(PagesTest.examples(code, "right").getFirst());
        assertTrue(said.stream().allMatch(c -> c != code && c.severity() == Severity.INFO), said::toString);
    }

    private static Set<Code> said(String example) {
        Interrogation asked = Interrogation.of(new MemoryWorld(Map.of("main.mad", example)), "main.mad", WORK);
        List<Diagnostic> all = new ArrayList<>(asked.complaints());
        all.addAll(asked.remarks());
        return all.stream().map(Diagnostic::code).collect(Collectors.toSet());
    }
}
