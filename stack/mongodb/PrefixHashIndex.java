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
    private final Map<List<Object>, Set<Object>> positions = new HashMap<>();

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
        eachPrefix(document, prefix -> positions.computeIfAbsent(prefix, none -> new LinkedHashSet<>()).add(known));
    }

    @Override
    public synchronized Object remove(Document document) {
        Object position = Missing.ofNullable(document.get("_id"));
        eachPrefix(document, prefix -> {
            Set<Object> all = positions.get(prefix);
            if (all != null && all.remove(position) && all.isEmpty()) positions.remove(prefix);
        });
        return null;
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
        Lookup.combinations(keys().subList(0, answeredFields(query)), query, values -> found.addAll(positions.getOrDefault(values, Set.of())));
        return found;
    }

    @Override public Object getPosition(Document document) { return null; }
    @Override public long getCount() { return positions.size(); }
    @Override public long getDataSize() { return positions.size(); }
    @Override public void drop() { }
}
