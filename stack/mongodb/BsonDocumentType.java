import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How documents lie in the store: as BSON, with an estimate of their size in memory for its cache. */
class BsonDocumentType extends BasicDataType<Document> {
    private static final int OBJECT_OVERHEAD = 40;

    @Override
    public int getMemory(Document document) {
        return sizeOf(document);
    }

    private static int sizeOf(Object value) {
        int size = OBJECT_OVERHEAD;
        if (value instanceof String text) return size + text.length();
        if (value instanceof byte[] bytes) return size + bytes.length;
        if (value instanceof BinData binary) return size + binary.getData().length;
        if (value instanceof Document document) {
            for (Map.Entry<String, Object> entry : document.entrySet()) size += entry.getKey().length() + sizeOf(entry.getValue());
        } else if (value instanceof Collection<?> all) {
            for (Object one : all) size += sizeOf(one);
        }
        return size;
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        target.put(buffer.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer source) {
        int length = Integer.reverseBytes(source.getInt(source.position())); // BSON counts its own bytes, little-endian
        Document document = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(source.slice(source.position(), length)));
        source.position(source.position() + length);
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
