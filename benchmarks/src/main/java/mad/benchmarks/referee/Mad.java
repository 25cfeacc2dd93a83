package mad.benchmarks.referee;

import java.util.Map;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Question;
import mad.query.Report;

/** MAD's own methods, by name, on one thread. */
record Mad(String method, long work) implements Referee {
    @Override
    public String name() {
        return "MAD, " + method;
    }

    @Override
    public void solve(Problem problem, double seconds, Trace trace) {
        Question asked = problem.question();
        Question question = new Question(asked.file(), asked.design(), Map.of(), method, 1, seconds, work, asked.gap());
        Answer answer = problem.designs()
                .answer(
                        question,
                        progress -> {
                            double now = trace.now();
                            if (asked.method()
                                    .equals(method)) { // a search proves nothing; the bound beside it is that of the
                                // root's intervals
                                trace.proved(now, progress.bound());
                            }
                            if (Double.isFinite(progress.incumbent())) {
                                trace.found(now, progress.incumbent());
                            }
                        },
                        new Cancellation());
        // the answer has been evaluated on its layers; what differs there is refused
        boolean sound = answer instanceof Answer.Found(Report report, Map<String, Double> decisions)
                && report.status() != Report.Status.VIOLATED;
        if (!sound) {
            trace.refused();
        }
        trace.end(
                answer instanceof Answer.Found(Report report, Map<String, Double> decisions)
                        ? report.status() == Report.Status.OPTIMAL ? "proved optimal" : "stopped"
                        : "nothing found");
    }
}
