package mad.editor;

/** What is written often, with places to fill in. */
final class Snippets {
    private Snippets() {}

    static void items(Proposals proposals, int rank) {
        proposals.words(
                rank,
                Completion.Kind.KEYWORD,
                "import",
                "let",
                "metric",
                "block",
                "space",
                "budget",
                "design",
                "check",
                "table",
                "sweep",
                "frontier");
        proposals.snippet(rank + 1, "space …", "a whole space", """
                space ${1:Net} {
                  input image(channels: 3, size: ${2:224})
                  stem  ConvBnRelu(out: 8..64 step 8, stride: 2)
                  stage s1: Bottleneck(out: ${3:16..256 step 8}, mid: ${4:8..64 step 8}, kernel: {3, 5}, stride: 2) x ${5:1..4}
                  head  { globalpool flatten linear(${6:1000}) }
                  require nondecreasing(stages.out)
                }
                $0""");
        proposals.snippet(rank + 1, "design …", "a whole design", """
                design ${1:Best} of ${2:Net} {
                  within   ${3:Phone}
                  maximize ${4:entropy(weights: [1, 1, 8])}
                  report   ${5:macs, params}
                }
                $0""");
        proposals.snippet(
                rank + 1, "budget …", "limits", "budget ${1:Phone} { macs <= ${2:300 M}, params <= ${3:5 M} }\n$0");
        proposals.snippet(
                rank + 1,
                "block …",
                "a block",
                "block ${1:Unit}(out: channels) {\n  conv(out, kernel: 3) bn relu\n}\n$0");
        proposals.snippet(rank + 1, "metric …", "a metric", "metric ${1:cost} = sum(l in layers: l.${2:macs})\n$0");
    }

    static void members(Proposals proposals, int rank) {
        proposals.words(
                rank, Completion.Kind.KEYWORD, "input", "stem", "stage", "head", "var", "let", "require", "output");
        proposals.snippet(
                rank + 1, "stage …", "a stage with depth", "stage ${1:s1}: ${2:Bottleneck}($3) x ${4:1..4}$0");
        proposals.snippet(rank + 1, "input …", "an image", "input image(channels: 3, size: ${1:224})$0");
    }

    static void clauses(Proposals proposals, int rank) {
        proposals.words(
                rank, Completion.Kind.KEYWORD, "within", "maximize", "minimize", "require", "report", "prefer", "let");
    }
}
