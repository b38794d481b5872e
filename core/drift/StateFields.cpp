#include "core/drift/StateFields.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail {
namespace {

struct DriftStateText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::DriftState)
};

} // namespace

QJsonValue StateFields::take(const char *key)
{
    const QJsonValue value = m_json.take(QLatin1String(key));
    if (value.isUndefined() && m_keys == Keys::Required)
        refuse(key, DriftStateText::tr("it is absent."));
    return value;
}

void StateFields::refuse(const char *key, const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = QStringLiteral("%1: %2").arg(QLatin1String(key), why);
}

void StateFields::refuse(const Error &error)
{
    if (m_problem.isEmpty())
        m_problem = error.message;
}

void StateFields::number(const char *key, double &value, double least, double most)
{
    const QJsonValue read = take(key);
    if (read.isUndefined())
        return;
    if (!read.isDouble())
        return refuse(key, DriftStateText::tr("it must be a number."));
    if (!(read.toDouble() >= least && read.toDouble() <= most))
        return refuse(key, DriftStateText::tr("%1 is not between %2 and %3.").arg(read.toDouble()).arg(least).arg(most));
    value = read.toDouble();
}

void StateFields::integer(const char *key, int &value, int least, int most)
{
    double read = value;
    number(key, read, least, most);
    if (read != std::floor(read))
        return refuse(key, DriftStateText::tr("%1 is not a whole number.").arg(read));
    value = int(read);
}

void StateFields::count(const char *key, qint64 &value)
{
    constexpr double exact = 9007199254740992; // beyond 2^53 a double tells no whole numbers apart
    double read = double(value);
    number(key, read, 0, exact);
    if (read != std::floor(read))
        return refuse(key, DriftStateText::tr("%1 is not a whole number.").arg(read));
    value = qint64(read);
}

void StateFields::numbers(const char *key, std::vector<double> &values)
{
    const QJsonValue read = take(key);
    if (read.isUndefined())
        return;
    if (!read.isArray())
        return refuse(key, DriftStateText::tr("it must be a list of numbers."));
    values.clear();
    for (const QJsonArray entries = read.toArray(); const QJsonValue &value : entries) {
        if (!value.isDouble())
            return refuse(key, DriftStateText::tr("it must be a list of numbers."));
        values.push_back(value.toDouble());
    }
}

QJsonObject StateFields::object(const char *key)
{
    const QJsonValue read = take(key);
    if (!read.isUndefined() && !read.isObject())
        refuse(key, DriftStateText::tr("it must be an object."));
    return read.toObject();
}

Result<void> StateFields::outcome()
{
    if (m_problem.isEmpty() && !m_json.isEmpty())
        refuse(m_json.keys().constFirst().toUtf8().constData(), DriftStateText::tr("there is no such key."));
    if (m_problem.isEmpty())
        return {};
    return fail(m_keys == Keys::Optional ? ErrorCode::InvalidInput : ErrorCode::Format, m_problem);
}

QJsonArray jsonNumbers(const std::vector<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(value);
    return array;
}

} // namespace foretrail
