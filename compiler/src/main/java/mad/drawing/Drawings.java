package mad.drawing;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;

/** The pure functions of the preview, from a view's JSON to text. They are written once, in TypeScript, and run here by Rhino. */
public final class Drawings {
    private static final String GLOBAL = "madRender";

    /** Interpreting is faster than compiling what runs once, and knows no limit on the size of a function. */
    private static final ContextFactory FACTORY = new ContextFactory() {
        @Override
        protected Context makeContext() {
            Context context = super.makeContext();
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            return context;
        }
    };

    private Drawings() {}

    /** One design as a picture that stands alone. */
    public static String svg(String view, String design) {
        return call("svg", view, design);
    }

    public static String markdown(String view) {
        return call("markdown", view, "");
    }

    /** The body of a page. */
    static String html(String view) {
        return call("html", view, "");
    }

    private static String call(String function, String view, String design) {
        String drawings = App.drawings();
        return FACTORY.call(context -> {
            ScriptableObject scope = context.initSafeStandardObjects();
            context.evaluateString(scope, drawings, "render.js", 1, null);
            ScriptableObject all = (ScriptableObject) ScriptableObject.getProperty(scope, GLOBAL);
            Function called = (Function) ScriptableObject.getProperty(all, function);
            ScriptableObject options = (ScriptableObject) context.newObject(scope);
            if (!design.isEmpty()) {
                ScriptableObject.putProperty(options, "design", design);
            }
            return Context.toString(called.call(context, scope, all, new Object[] {view, options}));
        });
    }
}
