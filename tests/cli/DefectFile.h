#pragma once

#include "tests/support/TestSupport.h"

#include <QMap>

#include <random>
#include <vector>

namespace foretrail::test {

/// What is wrong with a row, or odd about it, in a file made for tests.
enum class Defect : quint8 {
    None, BadDate, BadNumber, TooManyColumns, TooFewColumns, UnclosedQuote, BadBytes, NoTime, NoQuantity, NumberOutOfRange,
    DateOutOfRange, Copy, NoUser, Return, LineBreak
};
inline bool isRejected(Defect defect) { return defect != Defect::None && defect < Defect::Copy; }

/// A file of sales lines in which every defect has its place: the ledger of its import is known before it is read.
class DefectFile {
public:
    struct Reject {
        qint64 line = 0;
        QString column;
        bool operator==(const Reject &) const = default;
    };
    qint64 rows = 0;
    QMap<Defect, qint64> counts;
    std::vector<Reject> rejects; ///< in the order of their lines
    double net = 0;              ///< of all rows that can be read, copies too
    double netStored = 0;

    qint64 count(Defect defect) const { return counts.value(defect); }
    qint64 rejected() const { return qint64(rejects.size()); }
    qint64 stored() const { return rows - rejected() - count(Defect::Copy); }

    /// Writes the file; quick, and the same for the same seed.
    static DefectFile write(const QString &path, qint64 rows, const QMap<Defect, qint64> &counts, quint64 seed)
    {
        DefectFile file;
        file.rows = rows;
        file.counts = counts;
        file.m_random.seed(seed);
        file.fill(path);
        return file;
    }

private:
    static constexpr qint64 firstDefect = 100; ///< rows before it are good, for copies and for what a preview sees

    std::vector<Defect> places()
    {
        std::vector<Defect> kinds(size_t(rows), Defect::None);
        for (auto [defect, wanted] : counts.asKeyValueRange())
            for (qint64 placed = 0; placed < wanted;) {
                const size_t at = size_t(firstDefect + qint64(m_random() % quint64(rows - firstDefect)));
                if (kinds[at] != Defect::None)
                    continue;
                kinds[at] = defect;
                ++placed;
            }
        return kinds;
    }

    void fill(const QString &path)
    {
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(path));
        QByteArray text = "time,user,item,quantity,price,invoice\n";
        constexpr qsizetype chunk = 1 << 20;
        qint64 number = 0;
        for (Defect defect : places()) {
            text += row(++number, defect);
            if (text.size() > chunk) {
                out.write(text);
                text.clear();
            }
        }
        out.write(text);
    }

    QByteArray row(qint64 number, Defect defect)
    {
        if (defect == Defect::Copy)
            return copied();
        const quint64 bits = m_random();
        const int quantity = (defect == Defect::Return ? -1 : 1) * int(1 + bits % 9);
        const int quarters = int(1 + bits / 16 % 400);
        const QByteArray text = fields(number, bits, quantity, quarters, defect);
        if (isRejected(defect)) {
            rejects.push_back({m_line, columnOf(defect)});
        } else {
            net += quantity * quarters / 4.0;
            netStored += quantity * quarters / 4.0;
            remember({text, quantity * quarters / 4.0});
        }
        m_line += text.count('\n');
        return text;
    }

    static QByteArray fields(qint64 number, quint64 bits, int quantity, int quarters, Defect defect)
    {
        char time[80]; // of any numbers, as the compiler sees them
        const auto part = [bits](int shift, quint64 range) { return int((bits >> shift) % range); };
        snprintf(time, sizeof time, "%d-%02d-%02d %02d:%02d:%02d", defect == Defect::DateOutOfRange ? 2345 : 2024, 1 + part(8, 12),
                 1 + part(12, 28), part(20, 24), part(28, 60), part(36, 60));
        const QByteArray user = 'u' + QByteArray::number(part(24, 5000));
        const QByteArray item = 'i' + QByteArray::number(part(40, 800));
        QByteArray text = defect == Defect::BadDate ? "2024-13-45 10:00:00" : defect == Defect::NoTime ? "" : time;
        text += ',' + (defect == Defect::UnclosedQuote ? '"' + user : defect == Defect::NoUser ? QByteArray() : user);
        text += ',' + (defect == Defect::BadBytes ? item + "\xff\xfe" : defect == Defect::LineBreak ? '"' + item + "\nnew\"" : item);
        text += ',' + (defect == Defect::BadNumber ? "1x2" : defect == Defect::NoQuantity ? QByteArray()
                       : defect == Defect::NumberOutOfRange ? "12345678901234567890123" : QByteArray::number(quantity));
        text += ',' + QByteArray::number(quarters / 4.0, 'f', 2);
        if (defect != Defect::TooFewColumns)
            text += ",n" + QByteArray::number(number);
        return text + (defect == Defect::TooManyColumns ? ",more\n" : "\n");
    }

    static QString columnOf(Defect defect)
    {
        switch (defect) {
        case Defect::BadDate:
        case Defect::NoTime:
        case Defect::DateOutOfRange: return QStringLiteral("time");
        case Defect::BadNumber:
        case Defect::NoQuantity:
        case Defect::NumberOutOfRange: return QStringLiteral("quantity");
        case Defect::BadBytes: return QStringLiteral("item");
        default: return {};
        }
    }

    struct Good {
        QByteArray text;
        double amount = 0;
    };
    void remember(const Good &good)
    {
        constexpr size_t kept = 64;
        if (m_good.size() < kept)
            m_good.push_back(good);
        else
            m_good[size_t(m_random() % kept)] = good;
    }
    QByteArray copied()
    {
        const Good &good = m_good[size_t(m_random() % m_good.size())];
        net += good.amount;
        m_line += good.text.count('\n');
        return good.text;
    }

    std::mt19937_64 m_random;
    qint64 m_line = 2;
    std::vector<Good> m_good;
};

} // namespace foretrail::test
