import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-compatible server for development, tests and the demo: mongo-java-server on one H2 MVStore file, made durable
 * and indexed. Every write is committed and fsynced before it is acknowledged, and writers share one fsync. Documents are
 * stored as BSON; all indexes, secondary ones too, are real, kept in memory and rebuilt at the start.
 *
 * It knows no users (bind it to the loopback address only), no transactions and no renameCollection.
 *
 * Usage: {@code java LocalMongo HOST PORT FILE}
 */
public class LocalMongo extends H2Backend {
    private static final Set<String> READS = Set.of("find", "getmore", "aggregate", "count", "distinct", "ping", "buildinfo",
        "serverstatus", "killcursors", "endsessions", "listcollections", "listindexes", "dbstats", "collstats");
    private static final long TTL_SWEEP_MILLIS = 60_000;

    /** What the aggregation of this thread keeps in its first stage, until its collection is read. */
    private static final ThreadLocal<Document> FIRST_MATCH = new ThreadLocal<>();
    private final MVStore store;
    /** Reads share it; a write has it alone. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final ReentrantLock committer = new ReentrantLock();
    /** Number of finished writes, and how many of them are on disk. */
    private volatile long written, durable;

    LocalMongo(MVStore store) {
        super(store);
        this.store = store;
        version(new MongoVersion() { // current drivers refuse a wire version below 9
            @Override public List<Integer> getVersionArray() { return List.of(5, 0, 0, 0); }
            @Override public int getWireVersion() { return 13; }
        });
    }

    @Override
    public Document handleCommand(Channel channel, String database, String name, Document query) {
        String command = name.toLowerCase();
        if (command.equals("hello") || command.equals("ismaster")) {
            return super.handleCommand(channel, database, "ismaster", query)
                .append("isWritablePrimary", true).append("helloOk", true).append("logicalSessionTimeoutMinutes", 30)
                .append("processId", (int) ProcessHandle.current().pid()); // by which its supervisor knows it
        }
        if (query.containsKey("startTransaction") || command.equals("renamecollection")) { // a rename loses its data at a restart
            throw new MongoServerError(115, "CommandNotSupported", "the local engine has no transactions and no renameCollection");
        }
        boolean reads = READS.contains(command) && !writesByPipeline(command, query);
        Lock lock = reads ? gate.readLock() : gate.writeLock();
        long ticket = 0;
        lock.lock();
        try {
            if (command.equals("aggregate")) FIRST_MATCH.set(firstMatchOf(query));
            boolean ordered = command.equals("update") && Boolean.TRUE.equals(query.get("ordered"));
            Document reply = ordered ? orderedUpdate(channel, database, name, query) : super.handleCommand(channel, database, name, query);
            return corrected(query, reply).cloneDeeply(); // the engine updates live documents in place
        } finally {
            FIRST_MATCH.remove();
            if (!reads) ticket = ++written;
            lock.unlock();
            if (!reads) commitUpTo(ticket);
        }
    }

    /** The engine reads the whole collection for an aggregation; MongoDB asks its indexes for a first {@code $match}. */
    private static Document firstMatchOf(Document query) {
        boolean matches = query.get("pipeline") instanceof List<?> stages && !stages.isEmpty()
            && stages.get(0) instanceof Document first && first.get("$match") instanceof Document;
        return matches ? (Document) ((Document) ((List<?>) query.get("pipeline")).get(0)).get("$match") : null;
    }

    private static boolean writesByPipeline(String command, Document query) {
        return command.equals("aggregate") && query.get("pipeline").toString().matches("(?s).*\\$(merge|out).*");
    }

    /** The engine runs on after a failed update of an ordered batch; MongoDB stops there. */
    private Document orderedUpdate(Channel channel, String database, String name, Document query) {
        Document sum = new Document("n", 0).append("nModified", 0);
        List<Document> upserted = new ArrayList<>();
        List<?> updates = (List<?>) query.get("updates");
        for (int i = 0; i < updates.size(); i++) {
            Document single = query.clone();
            single.put("updates", List.of(updates.get(i)));
            Document reply = super.handleCommand(channel, database, name, single);
            for (String key : List.of("n", "nModified")) sum.put(key, (Integer) sum.get(key) + (Integer) reply.get(key));
            if (reply.get("upserted") instanceof Collection<?> all) {
                for (Object one : all) upserted.add(((Document) one).append("index", i));
            }
            if (reply.get("writeErrors") instanceof List<?> errors) {
                sum.put("writeErrors", List.of(((Document) errors.get(0)).append("index", i)));
                break;
            }
        }
        if (!upserted.isEmpty()) sum.put("upserted", upserted);
        return sum.append("ok", 1.0);
    }

    /** Two answers in which the engine differs from MongoDB: the count of a partly failed insert, and filtered collection lists. */
    private static Document corrected(Document query, Document reply) {
        if (reply.get("writeErrors") instanceof List<?> errors && query.containsKey("insert")) {
            boolean ordered = Boolean.TRUE.equals(query.get("ordered"));
            reply.put("n", ordered ? ((Document) errors.get(0)).get("index") : (Integer) reply.get("n") - errors.size());
        }
        if (query.containsKey("listCollections") && query.get("filter") instanceof Document filter
            && filter.get("name") instanceof String wanted) {
            List<?> batch = (List<?>) ((Document) reply.get("cursor")).get("firstBatch");
            batch.removeIf(one -> !wanted.equals(((Document) one).get("name")));
        }
        return reply;
    }

    /** Returns once a write is on disk; whoever commits carries along all that have finished by then. */
    private void commitUpTo(long ticket) {
        committer.lock();
        try {
            if (durable >= ticket) return;
            long upTo;
            gate.readLock().lock(); // no write is half done
            try {
                upTo = written;
                store.commit();
            } finally {
                gate.readLock().unlock();
            }
            store.sync();
            durable = upTo;
        } catch (RuntimeException error) {
            if (!store.isClosed()) throw error;
            error.printStackTrace(); // the file has failed, on a full disk for example: end, to be started again from what is safe
            Runtime.getRuntime().halt(1);
        } finally {
            committer.unlock();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String database) {
        MVStore file = getMvStore();
        CursorRegistry cursors = getCursorRegistry();
        return new H2Database(database, file, cursors) {
            @Override
            protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
                String path = database + "." + name;
                MVMap<Object, Document> documents =
                    file.openMap("databases." + path, new MVMap.Builder<Object, Document>().valueType(new BsonDocumentType()));
                return new H2Collection(this, name, options, documents, file.openMap("meta." + path), cursors) {
                    @Override
                    public Stream<Document> queryAllAsStream() {
                        Document match = FIRST_MATCH.get();
                        FIRST_MATCH.remove(); // what later stages look up is another matter
                        return match == null ? super.queryAllAsStream() : handleQueryAsStream(match);
                    }
                };
            }

            @Override
            protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
                return new UniqueHashIndex(name, keys, sparse);
            }

            @Override
            protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
                return new PrefixHashIndex(name, keys);
            }
        };
    }

    /** Deletes what TTL indexes say has expired, as MongoDB does every minute. */
    private void deleteExpired() {
        long ticket;
        gate.writeLock().lock();
        try {
            for (String database : listDatabaseNames()) {
                MongoCollection<?> indexes = resolveDatabase(database).resolveCollection("system.indexes", false);
                if (indexes == null) continue;
                for (Document index : indexes.queryAllAsStream().filter(one -> one.containsKey("expireAfterSeconds")).toList()) {
                    String collection = ((String) index.get("ns")).substring(database.length() + 1);
                    String field = ((Document) index.get("key")).keySet().iterator().next();
                    Instant limit = getClock().instant().minusSeconds(((Number) index.get("expireAfterSeconds")).longValue());
                    MongoCollection<?> documents = resolveDatabase(database).resolveCollection(collection, false);
                    if (documents != null) documents.deleteDocuments(new Document(field, new Document("$lte", limit)), 0, oplog);
                }
            }
            ticket = ++written;
        } finally {
            gate.writeLock().unlock();
        }
        commitUpTo(ticket);
    }

    public static void main(String[] arguments) {
        MVStore store = new MVStore.Builder().fileName(arguments[2]).autoCommitDisabled().autoCommitBufferSize(0).open();
        store.setRetentionTime(0); // dead space may be used again at once, as every commit is on disk before the next one
        LocalMongo backend = new LocalMongo(store);
        MongoServer server = new MongoServer((MongoBackend) backend);
        Timer expiry = new Timer("ttl", true);
        expiry.schedule(new TimerTask() {
            @Override public void run() {
                try {
                    backend.deleteExpired();
                } catch (RuntimeException error) {
                    error.printStackTrace();
                }
            }
        }, TTL_SWEEP_MILLIS, TTL_SWEEP_MILLIS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            expiry.cancel();
            server.shutdownNow();
        }));
        try {
            server.bind(new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1])), 1, 32);
        } catch (RuntimeException error) { // the port was taken: say so by ending
            error.printStackTrace();
            System.exit(1);
        }
        System.out.println("ready " + server.getConnectionString());
    }
}
