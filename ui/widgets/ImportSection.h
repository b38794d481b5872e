#pragma once

#include "core/data/ImportPlan.h"

#include <QVariant>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace foretrail {

/// One subject of how a file is read: a heading and its fields. Folded away it says in a line what it holds.
class ImportSection : public QWidget {
    Q_OBJECT
public:
    ImportSection(const QString &name, bool isOpen, QWidget *parent);

    /// Shows a preview's plan without telling anyone.
    void setPreview(const ImportPreview &preview);
    /// Puts what is shown over `plan`; what is not shown here stays.
    virtual void apply(ImportPlan &plan) const = 0;
    void setOpen(bool isOpen);

Q_SIGNALS:
    void changed(); ///< a person chose something

protected:
    virtual void fill(const ImportPreview &preview) = 0;
    virtual void retranslate() = 0;
    /// What it holds, for the folded heading.
    virtual QString summary() const { return {}; }
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    void setTitle(const QString &title);
    QComboBox *addCombo(QLabel *title, const QString &name); ///< tells of a choice
    QComboBox *addEditable(QLabel *title, const QString &name); ///< tells of another text, chosen or typed and left
    QLineEdit *addEdit(QLabel *title, const QString &name);
    QSpinBox *addSpin(QLabel *title, const QString &name);
    QCheckBox *addCheck(const QString &name);
    QLabel *addNote(const QString &name);
    void addWidget(QWidget *widget);
    void addLink(QWidget *button); ///< as wide as its text
    /// For constructors of those that follow, once all fields are there.
    void finish();
    static void setShown(bool isShown, std::initializer_list<QWidget *> widgets);

private:
    void addRow(QLabel *title, QWidget *field);
    void showHeading();

    QToolButton *m_heading;
    QWidget *m_body;
    QVBoxLayout *m_fields;
    QString m_title;
};

/// What combo boxes of settings have in common.
namespace Combo {

using Item = std::pair<QString, QVariant>;
/// Chooses the item with this data, added under `text` when it is not there. Tells nobody.
void choose(QComboBox *combo, const QVariant &data, const QString &text);
/// Other items, the same data chosen. Tells nobody.
void refill(QComboBox *combo, const QList<Item> &items);

} // namespace Combo
} // namespace foretrail
