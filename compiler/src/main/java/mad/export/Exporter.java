package mad.export;

import java.util.List;
import mad.program.Program;

/** Writes programs in the formats of other solvers. The same program always gives the same text. */
public final class Exporter {
    private Exporter() {}

    public static Exported write(Program program, Format format) {
        try {
            return new Exported.Text(
                    switch (format) {
                        case NL -> NlWriter.write(Smoothing.of(program));
                        case CIP -> CipWriter.write(Smoothing.of(program));
                        case LP -> LpWriter.write(LinearProgram.of(Smoothing.of(program), format));
                        case MPS -> MpsWriter.write(LinearProgram.of(Smoothing.of(program), format));
                        case MINIZINC -> MinizincWriter.write(Smoothing.forConstraints(program));
                    });
        } catch (Inexpressible inexpressible) {
            return new Exported.Refused(List.of(ExportMessages.refused(inexpressible, format)));
        }
    }
}
