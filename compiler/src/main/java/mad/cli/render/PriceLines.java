package mad.cli.render;

import java.util.List;
import java.util.function.Function;
import mad.query.Price;

/** What each budget is worth, as a table. */
public final class PriceLines {
    private static final int DIGITS = 6;

    private PriceLines() {}

    public static List<String> lines(List<Price> prices, Screen screen) {
        if (prices.isEmpty()) {
            return List.of();
        }
        String arrow = screen.either(" → ", " -> ");
        Grid grid = new Grid();
        grid.add("worth", Grid.Side.LEFT, 0, cells(prices, Price::name));
        grid.add(
                "limit", Grid.Side.LEFT, 1, cells(prices, p -> amount(p.limit(), p) + arrow + amount(p.loosened(), p)));
        grid.add("gains", Grid.Side.RIGHT, 0, cells(prices, p -> Double.isNaN(p.gain()) ? "" : gain(p.gain())));
        grid.add(
                "multiplier",
                Grid.Side.RIGHT,
                0,
                cells(prices, p -> Double.isNaN(p.multiplier()) ? "" : gain(p.multiplier())));
        grid.add("at most", Grid.Side.RIGHT, 0, cells(prices, p -> Double.isFinite(p.most()) ? gain(p.most()) : ""));
        grid.add("", Grid.Side.LEFT, 1, cells(prices, PriceLines::status));
        return grid.plainLines(screen);
    }

    private static String status(Price price) {
        return Double.isNaN(price.gain()) ? "nothing found" : price.proved() ? "proved" : "found";
    }

    private static String gain(double gain) {
        return gain == 0 ? "0" : (gain > 0 ? "+" : "") + Quantities.plain(gain, DIGITS);
    }

    private static String amount(double value, Price price) {
        boolean kibi = price.unit().equals("B") && price.limit() % 1024 == 0;
        return Quantities.written(value, kibi ? "iB" : price.unit());
    }

    private static List<Grid.Cell> cells(List<Price> prices, Function<Price, String> text) {
        return prices.stream().map(text).map(Grid.Cell::plain).toList();
    }
}
