package mad.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mad.PagesTest;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
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
        assertEquals(Set.of(code), complaints(PagesTest.examples(code, "wrong").getFirst()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void rightIsRight(Code code) throws IOException {
        assertEquals(Set.of(), complaints(PagesTest.examples(code, "right").getFirst()));
    }

    private static Set<Code> complaints(String example) {
        List<Diagnostic> all = Interrogation.of(new MemoryWorld(Map.of("main.mad", example)), "main.mad", WORK)
                .complaints();
        return all.stream().map(Diagnostic::code).collect(Collectors.toSet());
    }
}
