package mad.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mad.ast.Item;
import mad.ast.Name;
import mad.ast.TypeRef;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Symbol;
import mad.model.Type;

/** Declared parameters and types. */
record Parameters(ItemAnalysis item) {
    List<Parameter> declare(List<Item.Param> written, Scope outer) {
        List<Parameter> parameters = new ArrayList<>();
        Map<String, Name> seen = new HashMap<>();
        Scope scope = outer;
        for (Item.Param param : written) {
            Name name = param.name();
            if (name.isMissing()) {
                continue;
            }
            Name earlier = seen.putIfAbsent(name.text(), name);
            if (earlier != null) {
                item.sink()
                        .report(NameMessages.duplicateIn(
                                "list of parameters", name.text(), name.span(), earlier.span()));
                continue;
            }
            Types.NamedType type = type(param.type());
            Symbol symbol = new Symbol(name.text(), type.type(), name.span());
            Expression fallback = param.fallback() == null
                    ? null
                    : new ExpressionAnalysis(item)
                            .expect(param.fallback(), type.type(), scope, "`" + name.text() + "`");
            if (param.once() && fallback == null) {
                item.sink().report(TypeMessages.onceNeedsDefault(name.span(), name.text()));
                fallback = new Expression.Hole(name.span(), type.type());
            }
            if (fallback != null) {
                Ranges.check(fallback, type.range(), name.text(), item.sink());
            }
            parameters.add(new Parameter(symbol, type.range(), param.once(), fallback, param.doc()));
            scope = scope.bind(symbol);
        }
        return parameters;
    }

    Types.NamedType type(TypeRef written) {
        return switch (written) {
            case TypeRef.Named named -> {
                Types.NamedType type = Types.BY_NAME.get(named.name());
                if (type == null) {
                    item.sink().report(TypeMessages.unknownType(named.span(), named.name(), Types.BY_NAME.keySet()));
                    yield new Types.NamedType(Type.UNKNOWN, Parameter.Range.ANY);
                }
                yield type;
            }
            case TypeRef.ListOf list ->
                plain(new Type.ListOf(type(list.element()).type()));
            case TypeRef.RecordOf record -> {
                List<Symbol> seen = new ArrayList<>();
                record.fields()
                        .forEach(f -> item.once(
                                "record",
                                seen,
                                new Symbol(
                                        f.name().text(), Type.UNKNOWN, f.name().span())));
                yield plain(new Type.Rec(record.fields().stream()
                        .map(f -> new Type.Field(f.name().text(), type(f.type()).type()))
                        .toList()));
            }
            case TypeRef.Missing missing -> plain(Type.UNKNOWN);
        };
    }

    private static Types.NamedType plain(Type type) {
        return new Types.NamedType(type, Parameter.Range.ANY);
    }
}
