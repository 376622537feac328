package dev.gangway.adapters.persistence;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** Import jobs as JSON: what stands in the queue outlives the version that wrote it. */
final class ImportJobSerializer implements Serializer {
    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : ((ImportJob) data).toJson();
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] json) {
        return json == null ? null : type.cast(ImportJob.fromJson(json));
    }
}
