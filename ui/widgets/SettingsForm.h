#pragma once

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;

namespace foretrail {

/// Fields for the settings of a spec, each named by its path in the spec's JSON ("split.test") and worded by SettingTexts:
/// title at the left, field at the right, below it what is wrong with it. The form reads and writes JSON; what is allowed
/// is the reader's business, so any number can be typed.
class SettingsForm : public QWidget {
    Q_OBJECT
public:
    /// Fields are named by `prefix` and their path, for tests and style sheets: "trainSplitTest".
    explicit SettingsForm(const QString &prefix, QWidget *parent = nullptr);

    void addHeading(const QString &name);
    /// From `lowest` on; where the setting has a special word, `lowest` shows it.
    void addWhole(const QString &path, int lowest);
    void addText(const QString &path);    ///< a number of any size or fineness, typed
    void addOptional(const QString &path); ///< the same, or nothing
    void addNames(const QString &path, const QStringList &names); ///< any of `names`, typed with commas between, below the title; completes them
    void addChoice(const QString &path);
    void addFlag(const QString &path);
    void addNote(QWidget *note); ///< the width of the form
    void setHeadingText(const QString &name, const QString &text);
    void setHeadingShown(const QString &name, bool isShown);

    void setShown(const QString &path, bool isShown);
    /// Shows the values of a whole spec without telling anyone.
    void setValues(const QJsonObject &spec);
    void setValue(const QString &path, const QJsonValue &value);
    /// Writes what the shown fields hold over a spec.
    void writeTo(QJsonObject &spec) const;
    /// Below the field of `path`; empty takes every problem away. False where no shown field has this path.
    bool setProblem(const QString &path, const QString &problem);

Q_SIGNALS:
    void changed(); ///< by a person

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field {
        QLabel *title = nullptr;
        QWidget *editor = nullptr;
        QLabel *problem = nullptr;
    };
    QString objectNameOf(const QString &path) const;
    /// Title and editor in one row, or the editor below as wide as the form.
    void addField(const QString &path, QWidget *editor, bool isWide = false);
    void fill(QComboBox *combo, const QString &path) const;
    void retranslate();

    const QString m_prefix;
    QGridLayout *m_layout;
    QHash<QString, Field> m_fields;
    QStringList m_order;
    QHash<QString, QLabel *> m_headings;
};

} // namespace foretrail
