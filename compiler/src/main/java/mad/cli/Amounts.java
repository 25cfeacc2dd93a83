package mad.cli;

import mad.query.Amount;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers on the command line, with the units of the language. */
final class Amounts implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        return Amount.read(text)
                .orElseThrow(() ->
                        new TypeConversionException("`" + text + "` is no number; write 300, 1.2G, 0.5% or 256KiB"));
    }
}
