#include "ui/dialogs/RecipeCompareDialog.h"

#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/PlainTable.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace foretrail {

RecipeCompareDialog::RecipeCompareDialog(const Recipe &here, const Recipe &there, QWidget *parent)
    : QDialog(parent), m_model(here, there), m_words(new QLabel(this)), m_table(plainTable(QStringLiteral("recipeDifferences"), &m_model, RowOrder::OfModel)),
      m_close(new QPushButton(tr("&Close"), this))
{
    setObjectName(QStringLiteral("recipeCompareDialog"));
    setWindowTitle(tr("Compare recipes"));
    m_words->setObjectName(QStringLiteral("recipeDifferenceWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    const int count = m_model.rowCount();
    m_words->setText(count == 0 ? tr("%1 and %2 do the same.").arg(here.name, there.name)
                                : tr("%1 and %2 differ in %n places.", nullptr, count).arg(here.name, there.name));
    m_table->setAccessibleName(windowTitle());
    m_table->setVisible(count > 0);
    keepRowsInPlace(*m_table); // in the order in which the steps are done
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_close->setObjectName(QStringLiteral("closeCompare"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_words);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    resize(720, 420);
    fitColumns(*m_table, -1);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void RecipeCompareDialog::open(const Recipe &here, const Recipe &there, QWidget *parent)
{
    auto *dialog = new RecipeCompareDialog(here, there, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
}

} // namespace foretrail
