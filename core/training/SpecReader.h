#pragma once

#include "core/base/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace foretrail {

/// Reads an object of settings key by key into variables that hold their defaults. The first wrong type, value out of
/// range or key that nobody asked for is the outcome, naming the key and what is allowed.
class SpecReader {
public:
    /// `path` stands before the keys in messages: "split" gives "split.test".
    explicit SpecReader(const QJsonObject &json, const QString &path = {}) : m_json(json), m_path(path) {}

    void integer(const char *key, int &value, int low, int high);
    void seed(const char *key, quint64 &value);
    void number(const char *key, double &value, double low, double high);
    /// Any finite number; null is none.
    void optionalNumber(const char *key, std::optional<double> &value);
    void texts(const char *key, QStringList &value);
    void numbers(const char *key, QList<double> &value, double low, double high);
    void boolean(const char *key, bool &value);
    void text(const char *key, QString &value);
    /// A text that a function turns into a value; its error becomes the outcome.
    template<class T>
    void named(const char *key, T &value, Result<T> (*fromName)(const QString &))
    {
        QString name;
        text(key, name);
        if (name.isEmpty() || m_error)
            return;
        if (Result<T> read = fromName(name))
            value = *read;
        else
            refuse(key, read.error().message);
    }
    /// A nested object, read by `read`; absent ones are skipped.
    void object(const char *key, const std::function<Result<void>(const QJsonObject &, const QString &path)> &read);

    /// Whatever stands there, read by `read`, whose error becomes the outcome; absent ones are skipped.
    void value(const char *key, const std::function<Result<void>(const QJsonValue &)> &read);

    /// Notes a problem of the caller's own finding.
    void refuse(const char *key, const QString &why);
    Result<void> outcome() const;

private:
    const QJsonValue *find(const char *key);
    QString where(const QString &key) const;

    const QJsonObject m_json;
    const QString m_path;
    QSet<QString> m_known;
    QJsonValue m_value;
    std::optional<Error> m_error;
};

} // namespace foretrail
