#pragma once

#include "core/data/import/CellText.h"
#include "core/data/import/XmlSource.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace foretrail {

/// What an .xlsx workbook says of itself: its sheets, and how its styles show numbers. A value.
class Workbook {
public:
    /// Opens a member by its name: of a file, or of memory in tests.
    using OpenMember = std::function<Result<std::unique_ptr<ByteSource>>(const QString &member)>;
    struct Sheet {
        QString name;
        QString member;
        bool isHidden = false;
    };

    /// Format where the file is a zip archive without a workbook, or damaged.
    static Result<Workbook> open(const QString &path);
    static Result<Workbook> open(OpenMember openMember, const QString &shownName);

    const QList<Sheet> &sheets() const { return m_sheets; }
    QStringList sheetNames() const; ///< those that are shown; all where none is
    /// The sheet of this name; empty: the first that is shown. NotFound, with the names that there are.
    Result<Sheet> sheet(const QString &name) const;
    bool from1904() const { return m_from1904; }
    CellFormat formatOfStyle(size_t style) const { return style < m_formats.size() ? m_formats[style] : CellFormat::Number; }
    /// A member as XML, with the limits of a workbook.
    Result<std::unique_ptr<XmlSource>> xml(const QString &member) const;
    const QString &stringsMember() const { return m_strings; } ///< shared strings; empty where there are none

private:
    struct Relation { QString type, target; };
    using Relations = std::vector<std::pair<QString, Relation>>;
    Result<Relations> relations(const QString &ofMember) const;
    Result<void> readSheets(const QString &member);
    Result<void> readStyles(const QString &member);

    OpenMember m_openMember;
    QString m_name;
    QList<Sheet> m_sheets;
    QString m_strings;
    std::vector<CellFormat> m_formats; ///< by style
    bool m_from1904 = false;
};

} // namespace foretrail
