import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A unique index in memory, which also answers look-ups by equality and {@code $in} on all its fields. */
class UniqueHashIndex extends AbstractUniqueIndex<Object> {
    private final Map<KeyValue, Object> positions = new ConcurrentHashMap<>();

    UniqueHashIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override protected Object removeDocument(KeyValue key) { return positions.remove(key); }
    @Override protected boolean putKeyPosition(KeyValue key, Object position) { return positions.putIfAbsent(key, Missing.ofNullable(position)) == null; }
    @Override protected Iterable<Map.Entry<KeyValue, Object>> getIterable() { return positions.entrySet(); }
    @Override protected Object getPosition(KeyValue key) { return positions.get(key); }
    @Override public long getCount() { return positions.size(); }
    @Override public long getDataSize() { return positions.size(); }

    private boolean answers(Document query) {
        return keys().stream().allMatch(key -> Lookup.wanted(query.get(key)) != null);
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        return answers(query) || super.canHandle(query);
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        if (!answers(query)) return super.getPositions(query);
        Set<Object> found = new LinkedHashSet<>();
        Lookup.combinations(keys(), query, values -> {
            Object position = positions.get(new KeyValue(values));
            if (position != null) found.add(position);
        });
        return found;
    }
}
