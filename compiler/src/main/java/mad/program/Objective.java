package mad.program;

/** What to make as large or as small as possible. A question of feasibility alone has a constant term. */
public record Objective(Sense sense, Term term, Origin origin) {

    /** The direction of the objective. */
    public enum Sense {
        MAXIMIZE("maximize"),
        MINIMIZE("minimize");

        private final String word;

        Sense(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** 1 when larger is better, -1 when smaller is. */
        public int sign() {
            return this == MAXIMIZE ? 1 : -1;
        }

        public boolean isBetter(double candidate, double incumbent) {
            return this == MAXIMIZE ? candidate > incumbent : candidate < incumbent;
        }
    }
}
