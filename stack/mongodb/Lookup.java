import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Which values of a field a query asks for, as far as a hash index can answer: equality and {@code $in}. */
final class Lookup {
    private Lookup() {}

    /** The values wanted of one field, or null where only a scan can tell. */
    static List<Object> wanted(Object condition) {
        if (condition instanceof Document operators && operators.size() == 1) {
            if (operators.containsKey("$eq")) return wanted(operators.get("$eq"));
            if (operators.get("$in") instanceof Collection<?> choices) {
                List<Object> all = new ArrayList<>();
                for (Object choice : choices) {
                    List<Object> values = choice instanceof Document ? null : wanted(choice);
                    if (values == null) return null;
                    all.addAll(values);
                }
                return all;
            }
        }
        boolean plain = condition instanceof String || condition instanceof Number || condition instanceof Boolean
            || condition instanceof ObjectId || condition instanceof Instant || condition instanceof UUID;
        return plain ? List.of(new KeyValue(condition).normalized().get(0)) : null;
    }

    /** Hands every combination of the wanted values of these fields to {@code use}, in the order of the fields. */
    static void combinations(List<String> fields, Document query, Consumer<List<Object>> use) {
        combine(fields, query, List.of(), use);
    }

    private static void combine(List<String> fields, Document query, List<Object> chosen, Consumer<List<Object>> use) {
        if (chosen.size() == fields.size()) {
            use.accept(chosen);
            return;
        }
        for (Object value : new LinkedHashSet<>(wanted(query.get(fields.get(chosen.size()))))) {
            List<Object> longer = new ArrayList<>(chosen);
            longer.add(value);
            combine(fields, query, longer, use);
        }
    }
}
