#pragma once

#include "core/data/ImportPlan.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QLabel;

namespace foretrail {

class DatesSection;
class DuplicatesSection;
class ImportSection;

/// How a file is read, as guessed and as a person changes it, one subject a section. What does not matter for the kind is
/// not shown.
class ImportInspector : public QWidget {
    Q_OBJECT
public:
    explicit ImportInspector(QWidget *parent = nullptr);

    /// Shows a preview's plan without telling anyone.
    void show(const ImportPreview &preview);
    /// Puts what is shown over `plan`; what is not shown here stays.
    void apply(ImportPlan &plan) const;
    void setTimeZones(const QStringList &zones);

Q_SIGNALS:
    void changed(); ///< a person chose something
    void partChosen(const QString &part);
    void skipRowsChosen(int rows);
    void ruleClicked(); ///< the rule of non-products is to be looked at

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillParts(const ImportPreview &preview);
    void retranslate();

    QLabel *m_title;
    QLabel *m_partTitle;
    QComboBox *m_part;
    DatesSection *m_dates;
    DuplicatesSection *m_duplicates;
    QList<ImportSection *> m_sections;
    bool m_isWorkbook = false;
};

} // namespace foretrail
