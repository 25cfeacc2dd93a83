package mad.query;

import java.util.List;

/** Reads an answer as a point of a study. */
final class PointBuilder {
    private PointBuilder() {}

    static Study.Point of(List<Double> at, Answer answer, double used) {
        return switch (answer) {
            case Answer.Found found -> found(at, found, used);
            case Answer.Infeasible none -> without(at, Study.Status.INFEASIBLE, answer);
            case Answer.NothingFound none -> without(at, Study.Status.NOTHING_FOUND, answer);
            case Answer.Refused none -> without(at, Study.Status.REFUSED, answer);
        };
    }

    private static Study.Point found(List<Double> at, Answer.Found found, double used) {
        Report report = found.report();
        Report.Objective goal = report.objective();
        Study.Status status = switch (report.status()) {
            case EVALUATED -> Study.Status.EVALUATED;
            case FEASIBLE -> Study.Status.FEASIBLE;
            case OPTIMAL -> Study.Status.OPTIMAL;
            case VIOLATED -> Study.Status.VIOLATED;
        };
        return goal == null
                ? new Study.Point(at, status, Double.NaN, Double.NaN, Double.NaN, used, found)
                : new Study.Point(at, status, goal.value(), goal.bound(), goal.gap(), used, found);
    }

    private static Study.Point without(List<Double> at, Study.Status status, Answer answer) {
        return new Study.Point(at, status, Double.NaN, Double.NaN, Double.NaN, Double.NaN, answer);
    }
}
