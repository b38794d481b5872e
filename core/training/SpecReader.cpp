#include "core/training/SpecReader.h"

#include "core/series/Series.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct SpecReaderText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SpecReader)
};

QString shown(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).mid(1).chopped(1);
}

} // namespace

QString SpecReader::where(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + QLatin1Char('.') + key;
}

const QJsonValue *SpecReader::find(const char *key)
{
    const QString name = QString::fromLatin1(key);
    m_known.insert(name);
    if (m_error || !m_json.contains(name))
        return nullptr;
    m_value = m_json.value(name);
    return &m_value;
}

void SpecReader::refuse(const char *key, const QString &why)
{
    if (!m_error)
        m_error = Error{ErrorCode::InvalidInput, SpecReaderText::tr("%1: %2").arg(where(QString::fromLatin1(key)), why), {}};
}

void SpecReader::integer(const char *key, int &value, int low, int high)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    const double number = found->toDouble(missing);
    if (std::isnan(number) || number != std::floor(number) || number < low || number > high)
        return refuse(key, SpecReaderText::tr("%1 is not a whole number from %2 to %3.").arg(shown(*found)).arg(low).arg(high));
    value = int(number);
}

void SpecReader::seed(const char *key, quint64 &value)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    const qint64 number = found->toInteger(-1);
    if (number < 0)
        return refuse(key, SpecReaderText::tr("%1 is not a whole number from 0 on.").arg(shown(*found)));
    value = quint64(number);
}

void SpecReader::number(const char *key, double &value, double low, double high)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    const double number = found->toDouble(missing);
    if (!(number >= low && number <= high))
        return refuse(key, SpecReaderText::tr("%1 is not a number from %2 to %3.").arg(shown(*found)).arg(low).arg(high));
    value = number;
}

void SpecReader::optionalNumber(const char *key, std::optional<double> &value)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    const double number = found->toDouble(missing);
    if (!found->isNull() && !std::isfinite(number))
        return refuse(key, SpecReaderText::tr("%1 is not a number.").arg(found->isDouble() ? QString::number(number) : shown(*found)));
    value = found->isNull() ? std::nullopt : std::optional<double>(number);
}

void SpecReader::numbers(const char *key, QList<double> &value, double low, double high)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    QList<double> read;
    const QJsonArray array = found->toArray();
    for (const QJsonValue &entry : array)
        read.append(entry.toDouble(missing));
    const bool isFine = std::all_of(read.cbegin(), read.cend(), [&](double x) { return x >= low && x <= high; });
    if (!found->isArray() || read.isEmpty() || !isFine)
        return refuse(key, SpecReaderText::tr("%1 is not a list of numbers from %2 to %3.").arg(shown(*found)).arg(low).arg(high));
    value = read;
}

void SpecReader::boolean(const char *key, bool &value)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    if (!found->isBool())
        return refuse(key, SpecReaderText::tr("%1 is neither true nor false.").arg(shown(*found)));
    value = found->toBool();
}

void SpecReader::text(const char *key, QString &value)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    if (!found->isString())
        return refuse(key, SpecReaderText::tr("%1 is not a text.").arg(shown(*found)));
    value = found->toString();
}

void SpecReader::texts(const char *key, QStringList &value)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    const QJsonArray array = found->toArray();
    if (!found->isArray() || !std::all_of(array.begin(), array.end(), [](const QJsonValue &entry) { return entry.isString(); }))
        return refuse(key, SpecReaderText::tr("%1 is not a list of texts.").arg(shown(*found)));
    value.clear();
    for (const QJsonValue &entry : array)
        value.append(entry.toString());
}

void SpecReader::object(const char *key, const std::function<Result<void>(const QJsonObject &, const QString &)> &read)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    if (!found->isObject())
        return refuse(key, SpecReaderText::tr("%1 is not an object.").arg(shown(*found)));
    if (const Result<void> done = read(found->toObject(), where(QString::fromLatin1(key))); !done && !m_error)
        m_error = done.error();
}

void SpecReader::value(const char *key, const std::function<Result<void>(const QJsonValue &)> &read)
{
    const QJsonValue *found = find(key);
    if (!found)
        return;
    if (const Result<void> done = read(*found); !done)
        refuse(key, done.error().message);
}

Result<void> SpecReader::outcome() const
{
    if (m_error)
        return fail(*m_error);
    for (auto it = m_json.begin(); it != m_json.end(); ++it) {
        if (m_known.contains(it.key()))
            continue;
        QStringList known(m_known.cbegin(), m_known.cend());
        known.sort();
        return fail(ErrorCode::InvalidInput, SpecReaderText::tr("%1 is not a setting here. There are: %2.")
                                                 .arg(where(it.key()), known.join(QStringLiteral(", "))));
    }
    return {};
}

} // namespace foretrail
