package mad.solve.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mad.program.Variable;

/**
 * One cluster of a chain as its variables play together.
 *
 * @param before shared with the cluster before, {@code after} with the next one; empty for none
 * @param swept never enumerated: the best value of all left positions comes from one sweep
 * @param enumerated tried in every combination
 * @param ends every quantity is affine in them, so that only the ends of their windows matter
 * @param weighs whether {@code after} weighs what the clusters before carry to it
 * @param cells of one table over the whole domains
 */
public record Link(
        List<Variable> before,
        List<Variable> after,
        List<Variable> swept,
        List<Variable> enumerated,
        List<Variable> ends,
        boolean weighs,
        double cells) {
    public Link {
        before = List.copyOf(before);
        after = List.copyOf(after);
        swept = List.copyOf(swept);
        enumerated = List.copyOf(enumerated);
        ends = List.copyOf(ends);
    }

    static List<Link> of(Chain chain) {
        List<Variable> variables = chain.program.variables();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < chain.clusters.size(); i++) {
            Cluster c = chain.clusters.get(i);
            List<Variable> before = named(variables, c.left());
            List<Variable> after = named(variables, c.right());
            boolean weighs = chain.weightOf[i] != null;
            double cells = c.cells(chain.functions);
            links.add(
                    switch (c) {
                        case LineCluster line ->
                            new Link(
                                    before,
                                    after,
                                    named(variables, line.wide()),
                                    named(variables, line.narrow()),
                                    named(variables, line.affine()),
                                    weighs,
                                    cells);
                        case TableCluster table ->
                            new Link(
                                    before,
                                    after,
                                    List.of(),
                                    named(variables, table.privates(false)),
                                    named(variables, table.privates(true)),
                                    weighs,
                                    cells);
                    });
        }
        return links;
    }

    private static List<Variable> named(List<Variable> variables, int... indices) {
        return IntStream.of(indices)
                .filter(v -> v >= 0)
                .mapToObj(variables::get)
                .toList();
    }
}
