package io.github.claudebridge.app.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of {@code config.toml}, each of which may be missing. */
record ConfigFile(
        @Nullable Telegram telegram,
        @Nullable Claude claude,
        @Nullable Questions questions,
        @Nullable Messages messages,
        @Nullable Log log,
        @Nullable Metrics metrics,
        @Nullable Budget budget,
        @Nullable Transcriber transcriber,
        @Nullable Map<String, Command> commands) {

    record Telegram(
            @Nullable String token,
            @JsonProperty("token_file") @Nullable Path tokenFile,
            @JsonProperty("api_root") @Nullable String apiRoot,
            @JsonProperty("allowed_users") @Nullable List<Long> allowedUsers,
            @Nullable String pace) {

        static final Telegram EMPTY = new Telegram(null, null, null, null, null);
    }

    record Claude(
            @Nullable List<String> command,
            @Nullable Map<String, String> environment,
            @JsonProperty("allow_bypass") @Nullable Boolean allowBypass) {}

    record Questions(
            @JsonProperty("remind_after_minutes") @Nullable Integer remindAfterMinutes,
            @JsonProperty("deny_after_hours") @Nullable Integer denyAfterHours) {}

    record Messages(
            @JsonProperty("batch_window_ms") @Nullable Integer batchWindowMs) {}

    record Log(@Nullable String level, @Nullable String format) {}

    record Metrics(@Nullable String listen) {}

    record Budget(
            @JsonProperty("daily_usd") @Nullable BigDecimal dailyUsd,
            @JsonProperty("daily_turns") @Nullable Integer dailyTurns,
            @JsonProperty("session_daily_usd") @Nullable BigDecimal sessionDailyUsd,
            @JsonProperty("session_daily_turns") @Nullable Integer sessionDailyTurns) {}

    record Transcriber(
            @Nullable List<String> run,
            @JsonProperty("limit_seconds") @Nullable Integer limitSeconds) {}

    record Command(
            @Nullable List<String> run,
            @Nullable String description,
            @Nullable Object arguments,
            @JsonProperty("timeout_seconds") @Nullable Integer timeoutSeconds) {}

    private static final ConfigFile EMPTY = new ConfigFile(null, null, null, null, null, null, null, null, null);

    private static final TomlMapper MAPPER = TomlMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfigDefaults(
                    coercions -> coercions.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    /** Reads the file; one that does not exist has no keys. */
    static ConfigFile read(Path file) throws ConfigException {
        if (!isThere(file)) {
            return EMPTY;
        }
        try {
            return Objects.requireNonNullElse(MAPPER.readValue(Files.readString(file), ConfigFile.class), EMPTY);
        } catch (UnrecognizedPropertyException e) {
            throw new ConfigException(file + ": there is no key '" + key(e) + "'. Known keys beside it: "
                    + e.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", ")) + ".");
        } catch (JsonMappingException e) {
            throw new ConfigException(file + ": the value of '" + key(e) + "' has the wrong form"
                    + ConfigTable.KEYS.stream()
                            .filter(known -> key(e).startsWith(known.name()))
                            .map(known -> "; write " + known.example())
                            .findFirst()
                            .orElse("")
                    + ".");
        } catch (JsonProcessingException e) {
            throw new ConfigException(file + ", line " + e.getLocation().getLineNr() + ": this is not TOML: "
                    + e.getOriginalMessage() + ".");
        } catch (IOException e) {
            throw new ConfigException(file + " cannot be read: " + Reasons.of(e));
        }
    }

    /** A file in a folder that may not be entered counts as there, so that it is not taken for an empty one. */
    private static boolean isThere(Path file) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            return true;
        } catch (AccessDeniedException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String key(JsonMappingException e) {
        return e.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
