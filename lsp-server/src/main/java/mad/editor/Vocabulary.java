package mad.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line for each word that the language knows by itself. */
final class Vocabulary {
    private static final Map<String, String> KEYWORDS = lines("""
            import|names from another module: `import mad.blocks { ConvBnRelu }`
            let|a constant or a pure function: `let scaled(v: real) = 1.5 * v`
            metric|a number of a network: `metric cost = sum(layers.macs)`
            block|layers with parameters: `block B(out: channels) { conv(out) bn relu }`
            space|what a network may be: input, stem, stages, head
            budget|limits of metrics: `budget Phone { macs <= 300 M }`
            design|a space, limits and a goal: `design D of Net { within Phone maximize entropy }`
            check|conditions that a solved design must meet
            table|measured values, read from a CSV file
            sweep|one design for each value of its parameters
            frontier|the best trade-offs between two metrics
            input|what enters the network: `input image(channels: 3, size: 224)`
            stem|the first part of a space
            stage|a block, repeated `x` depth times
            head|the last part of a space, outside the backbone
            output|the parts whose feature maps leave the network
            var|one decision, shared by all its uses: `var width in 8..64 step 8`
            require|a condition that every design must meet
            within|the budgets of a design
            maximize|the goal of a design: more is better
            minimize|the goal of a design: less is better
            prefer|a soft condition, with a `weight`
            report|metrics to show beside the goal
            repeat|statements, several times: `repeat n { conv(in) }`
            body|what the user of this block wrote in braces after it
            once|a parameter whose argument holds in the first repetition of a stage only
            when|the condition under which a branch exists
            extends|takes over everything from another space, budget or design
            upto|a collection up to the end of a part or level: `layers upto j`
            inside|whether a block encloses a layer: `l inside SqueezeExcite`
            is|whether a layer is of a kind or family: `l is conv`
            step|the distance between the values of a range
            of|`99 % of x`, or the space of a design
            """);

    private static final Map<String, String> BUILTINS = lines("""
            layers|all primitive layers, in order
            backbone|the layers outside heads
            parts|stems and stages
            stages|the stages
            levels|maximal runs of stems and stages that leave feature maps of one size
            in|the channels that enter
            first|whether this is the first repetition of the stage
            size|rows of the feature map
            pixels|frames × rows × columns
            objective|the value of the design's goal
            bound|no design of the space can be better
            gap|how much better, relatively, a design could still be
            log|the natural logarithm of a plain number
            exp|e to the power of a plain number
            sqrt|the square root
            floor|the next whole number below
            ceil|the next whole number above
            round|the nearest whole number, ties to even
            abs|without its sign
            mod|the remainder, with the sign of the divisor
            length|the number of elements of a list
            sum|the sum of a list, or over elements: `sum(l in layers: l.macs)`
            product|the product of a list
            count|how many elements there are: `count(l in layers where l is conv)`
            all|whether all hold
            any|whether one holds
            mean|the mean of a list
            std|the standard deviation of the population
            variance|the variance of the population
            max|the largest of a list or of arguments
            min|the smallest of a list or of arguments
            """);

    private static final Map<String, String> ATTRIBUTES = lines("""
            in|channels that enter
            out|channels that leave
            in_size|rows that enter
            size|rows that leave
            in_pixels|frames × rows × columns that enter
            pixels|frames × rows × columns that leave
            in_elements|channels × pixels that enter
            elements|channels × pixels that leave
            kernel|rows of the kernel
            kernel_area|frames × rows × columns of the kernel
            kernel_frames|frames of the kernel
            stride|of a convolution or pool
            groups|of a convolution
            bias|1 or 0
            params|all trainable numbers
            weights|trainable numbers without biases
            macs|multiply-accumulates
            width|c k² / groups of conv, c of linear, 0 otherwise
            live|elements alive while it runs
            weight_bits|bits of a weight
            act_bits|bits of an activation
            weighted|whether it is conv or linear
            main|whether it lies on the main path
            first|whether it belongs to the first repetition of its part
            kind|the name of the primitive
            depth|repetitions
            index|from 1
            channels|that leave the level
            layers|its layers
            backbone|its layers outside heads
            stages|its stages
            parts|its stems and stages
            levels|its levels
            """);

    private static final Map<String, String> TYPES = lines("""
            real|any number
            int|a whole number
            count|a whole number, 0 or more
            channels|a whole number, 1 or more
            odd|1, 3, 5, …
            bool|a condition
            text|a text in quotes
            bytes|a number of bytes
            time|a time
            energy|an energy
            layer|a primitive layer
            stage|a stem, stage or head
            level|all parts of one resolution
            list|`list of T`: values of one type
            """);

    private static final Map<String, String> UNITS = lines("""
            k|10³
            M|10⁶
            G|10⁹
            T|10¹²
            %|1/100
            bit|⅛ byte
            B|a byte
            kB|10³ bytes
            MB|10⁶ bytes
            GB|10⁹ bytes
            KiB|2¹⁰ bytes
            MiB|2²⁰ bytes
            GiB|2³⁰ bytes
            s|a second
            ms|10⁻³ seconds
            us|10⁻⁶ seconds
            ns|10⁻⁹ seconds
            J|a joule
            mJ|10⁻³ joules
            """);

    private Vocabulary() {}

    static Map<String, String> keywords() {
        return KEYWORDS;
    }

    static Map<String, String> builtins() {
        return BUILTINS;
    }

    /** Those that mean something in an item that begins with this word. */
    static Map<String, String> builtins(String item) {
        Map<String, String> fitting = new LinkedHashMap<>(BUILTINS);
        if (!Set.of("check", "design", "sweep", "frontier").contains(item)) {
            fitting.keySet().removeAll(Set.of("objective", "bound", "gap"));
        }
        if (!Set.of("block", "space").contains(item)) {
            fitting.keySet().removeAll(Set.of("in", "first", "size", "pixels"));
        }
        return fitting;
    }

    static Map<String, String> attributes() {
        return ATTRIBUTES;
    }

    static Map<String, String> types() {
        return TYPES;
    }

    static Map<String, String> units() {
        return UNITS;
    }

    static Optional<String> attribute(String word) {
        return Optional.ofNullable(ATTRIBUTES.get(word));
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> map = new LinkedHashMap<>();
        text.lines()
                .forEach(line -> map.put(line.substring(0, line.indexOf('|')), line.substring(line.indexOf('|') + 1)));
        return map;
    }
}
