package mad.program;

/**
 * A decision of the program.
 *
 * @param index its position among the program's variables and in an {@link Assignment}, from 0
 * @param name unique within the program
 * @param domain the values it may take
 * @param origin where the source declares it
 */
public record Variable(int index, String name, Domain domain, Origin origin) {
    @Override
    public String toString() {
        return name;
    }
}
