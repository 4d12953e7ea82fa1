import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A secondary index in memory: one hash entry for each prefix of the key, so that a query on its first fields finds them. */
class PrefixHashIndex extends Index<Object> {
    /** Of a prefix: its only position, or a set of several. Most keys are nearly unique, and a set for each would fill the memory. */
    private final Map<List<Object>, Object> positions = new HashMap<>();

    PrefixHashIndex(String name, List<IndexKey> keys) {
        super(name, keys, true);
    }

    private void eachPrefix(Document document, Consumer<List<Object>> use) {
        for (KeyValue key : getKeyValues(document)) {
            List<Object> values = key.stream().toList();
            for (int length = 1; length <= values.size(); length++) use.accept(new ArrayList<>(values.subList(0, length)));
        }
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        Object known = Missing.ofNullable(position);
        eachPrefix(document, prefix -> positions.merge(prefix, known, PrefixHashIndex::with));
    }

    @Override
    public synchronized Object remove(Document document) {
        Object position = Missing.ofNullable(document.get("_id"));
        eachPrefix(document, prefix -> positions.computeIfPresent(prefix, (same, all) -> without(all, position)));
        return null;
    }

    private static Object with(Object all, Object position) {
        if (all.equals(position)) return all;
        Several several = all instanceof Several more ? more : new Several(all);
        several.add(position);
        return several;
    }

    private static Object without(Object all, Object position) {
        if (!(all instanceof Several several)) return all.equals(position) ? null : all;
        several.remove(position);
        return several.isEmpty() ? null : several;
    }

    private static final class Several extends LinkedHashSet<Object> {
        Several(Object first) {
            add(first);
        }
    }

    @Override public void checkAdd(Document document, MongoCollection<Object> collection) { getKeyValues(document); }
    @Override public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) { getKeyValues(after); }

    @Override
    public synchronized void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (nullAwareEqualsKeys(before, after)) return;
        remove(before);
        add(after, position, collection);
    }

    private int answeredFields(Document query) {
        List<String> keys = keys();
        int answered = 0;
        while (answered < keys.size() && Lookup.wanted(query.get(keys.get(answered))) != null) answered++;
        return answered;
    }

    @Override
    public boolean canHandle(Document query) {
        return answeredFields(query) > 0;
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        Set<Object> found = new LinkedHashSet<>();
        Lookup.combinations(keys().subList(0, answeredFields(query)), query, values -> {
            Object all = positions.get(values);
            if (all instanceof Several several) found.addAll(several);
            else if (all != null) found.add(all);
        });
        return found;
    }

    @Override public Object getPosition(Document document) { return null; }
    @Override public long getCount() { return positions.size(); }
    @Override public long getDataSize() { return positions.size(); }
    @Override public void drop() { }
}
