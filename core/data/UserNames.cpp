#include "core/data/UserNames.h"

#include "core/data/sqlite/Connection.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace foretrail {
namespace {

constexpr int rounds = 4, halfBits = 20, letters = 8, bitsOfLetter = 5;
constexpr quint64 halfMask = (quint64(1) << halfBits) - 1;
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // without letters that look like others
constexpr int secretBytes = 32;

QString hiddenSetting() { return QStringLiteral("users.hidden"); }
QString secretSetting() { return QStringLiteral("users.secret"); }

QByteArray settingOf(Connection &connection, const QString &key)
{
    Statement row = connection.prepare("SELECT value FROM settings WHERE key = ?1");
    row.bind(1, key);
    return row.step() ? row.text(0).toUtf8() : QByteArray();
}

QByteArray newSecret()
{
    std::array<quint32, secretBytes / sizeof(quint32)> numbers;
    QRandomGenerator::system()->fillRange(numbers.data(), qsizetype(numbers.size()));
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), secretBytes).toHex();
}

} // namespace

UserNames UserNames::of(Connection &connection)
{
    return UserNames(settingOf(connection, hiddenSetting()).isEmpty() ? QByteArray() : settingOf(connection, secretSetting()));
}

quint64 UserNames::half(int round, quint64 other) const
{
    QByteArray text = m_secret;
    text.append(char(round)).append(QByteArray::number(other));
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    quint64 bits = 0;
    for (int i = 0; i < 3; ++i)
        bits = bits << 8 | quint8(hash[i]);
    return bits & halfMask;
}

QString UserNames::shown(qint64 user, const QString &key) const
{
    if (!areHidden())
        return key;
    quint64 left = quint64(user) >> halfBits & halfMask, right = quint64(user) & halfMask;
    for (int round = 0; round < rounds; ++round)
        left = std::exchange(right, left ^ half(round, right));
    quint64 bits = left << halfBits | right;
    QString name(letters, QLatin1Char(' '));
    for (int i = letters - 1; i >= 0; --i, bits >>= bitsOfLetter)
        name[i] = QLatin1Char(alphabet[bits & 31]);
    return QStringLiteral("u-") + name;
}

qint64 UserNames::userOf(const QString &name) const
{
    if (!areHidden() || name.size() != letters + 2 || !name.startsWith(u"u-"))
        return 0;
    quint64 bits = 0;
    for (const QChar letter : QStringView(name).mid(2)) {
        const size_t at = alphabet.find(letter.toLatin1());
        if (at == std::string_view::npos)
            return 0;
        bits = bits << bitsOfLetter | at;
    }
    quint64 left = bits >> halfBits, right = bits & halfMask;
    for (int round = rounds - 1; round >= 0; --round)
        right = std::exchange(left, right ^ half(round, left));
    return qint64(left << halfBits | right);
}

Result<bool> hidesUsers(Workspace &workspace)
{
    const Result<QString> setting = workspace.setting(hiddenSetting());
    if (!setting)
        return fail(setting.error());
    return !setting->isEmpty();
}

Result<void> setUsersHidden(Workspace &workspace, bool areHidden)
{
    const Result<QString> secret = workspace.setting(secretSetting());
    if (!secret)
        return fail(secret.error());
    if (areHidden && secret->isEmpty())
        if (const Result<void> kept = workspace.setSetting(secretSetting(), QString::fromLatin1(newSecret())); !kept)
            return kept;
    return workspace.setSetting(hiddenSetting(), areHidden ? QStringLiteral("1") : QString());
}

} // namespace foretrail
