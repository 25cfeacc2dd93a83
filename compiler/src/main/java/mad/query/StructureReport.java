package mad.query;

import java.util.List;
import mad.program.Curvature;
import mad.program.Domain;
import mad.program.Origin;
import mad.program.Program;
import mad.program.ProgramPrinter;
import mad.program.Variable;
import mad.solve.Structure;
import mad.solve.chain.Link;

/**
 * What the exact solver sees in the program of a design: plain data, to be printed.
 *
 * @param magnitude the decimal logarithm of the number of points; infinite with real variables
 * @param engine a short word, {@code method} a phrase
 * @param why what keeps the program from a better engine; empty where nothing does
 * @param links the clusters of the chain, in its order; empty where there is none
 */
public record StructureReport(
        String design,
        double magnitude,
        List<Choice> variables,
        Goal goal,
        List<Row> rows,
        List<Cluster> links,
        String engine,
        String method,
        String why) {

    /** @param values of the domain; 0 for a real interval */
    public record Choice(String name, String domain, long values, Place at) {}

    /** @param line from 1, so is the column */
    public record Place(String file, int line, int column) {}

    /** @param bounded how the bound uses the objective */
    public record Goal(String sense, String bounded, String curvature, Place at) {}

    /**
     * @param kind a short word, {@code meaning} a phrase
     * @param parts products of a sum, or rows of a maximum; 0 where it is left out of the bound
     */
    public record Row(String name, String kind, String meaning, int parts, String curvature, int reads, Place at) {}

    /**
     * @param before names of the variables shared with the cluster before, {@code after} with the next
     * @param weighs whether {@code after} weighs what is carried to it
     * @param cells of one table over the whole domains
     */
    public record Cluster(
            List<String> before,
            List<String> after,
            List<String> swept,
            List<String> enumerated,
            List<String> ends,
            boolean weighs,
            double cells) {}

    public StructureReport {
        variables = List.copyOf(variables);
        rows = List.copyOf(rows);
        links = List.copyOf(links);
    }

    static StructureReport of(Program program, Snapshot snapshot) {
        Structure found = Structure.of(program);
        return new StructureReport(
                program.name(),
                found.magnitude(),
                program.variables().stream().map(v -> choice(v, snapshot)).toList(),
                new Goal(
                        program.objective().sense().word(),
                        found.objective(),
                        word(found.curvature()),
                        place(program.objective().origin(), snapshot)),
                found.rows().stream().map(r -> row(r, snapshot)).toList(),
                found.links().stream().map(StructureReport::cluster).toList(),
                found.engine().word(),
                found.engine().method(),
                found.why());
    }

    private static Choice choice(Variable variable, Snapshot snapshot) {
        long values = variable.domain() instanceof Domain.Discrete discrete ? discrete.size() : 0;
        return new Choice(
                variable.name(), ProgramPrinter.domain(variable.domain()), values, place(variable.origin(), snapshot));
    }

    private static Row row(Structure.Row row, Snapshot snapshot) {
        return new Row(
                row.constraint().name(),
                row.kind().word(),
                row.kind().meaning(),
                row.parts(),
                word(row.curvature()),
                row.constraint().body().variables().size(),
                place(row.constraint().origin(), snapshot));
    }

    private static Cluster cluster(Link link) {
        return new Cluster(
                names(link.before()),
                names(link.after()),
                names(link.swept()),
                names(link.enumerated()),
                names(link.ends()),
                link.weighs(),
                link.cells());
    }

    private static List<String> names(List<Variable> variables) {
        return variables.stream().map(Variable::name).toList();
    }

    private static Place place(Origin origin, Snapshot snapshot) {
        String file = origin.span().file();
        var position = snapshot.lines(file).position(origin.span().start());
        return new Place(file, position.humanLine(), position.humanColumn());
    }

    private static String word(Curvature curvature) {
        return switch (curvature) {
            case CONSTANT -> "constant";
            case AFFINE -> "affine";
            case CONVEX -> "convex";
            case CONCAVE -> "concave";
            case UNKNOWN -> "unknown";
        };
    }
}
