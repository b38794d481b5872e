#include "ui/charts/ChartMenu.h"

#include "ui/charts/TableDialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

namespace foretrail {

ChartMenu::ChartMenu(const Source &source, QWidget *parent)
    : QMenu(parent), m_source(source), m_button(new QToolButton(parent)), m_copyPicture(addAction(QString())),
      m_copyNumbers(addAction(QString())), m_export(addMenu(QString())), m_table(addAction(QString()))
{
    setObjectName(QStringLiteral("chartMenu"));
    m_copyPicture->setObjectName(QStringLiteral("copyPicture"));
    m_copyNumbers->setObjectName(QStringLiteral("copyNumbers"));
    m_table->setObjectName(QStringLiteral("showTable"));
    for (const char *format : {"png", "svg", "pdf", "csv"})
        addExport(m_export, QString::fromLatin1(format));
    connect(m_copyPicture, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setImage(m_source.picture()); });
    connect(m_copyNumbers, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(tabbedText(m_source.table())); });
    connect(m_table, &QAction::triggered, this,
            [this] { TableDialog::open(m_source.title(), m_source.table(), parentWidget()); });
    m_button->setObjectName(QStringLiteral("chartMenuButton"));
    m_button->setText(QStringLiteral("⋯"));
    m_button->setAutoRaise(true);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_button->setMenu(this);
    m_button->resize(28, 24);
    retranslate();
}

void ChartMenu::addExport(QMenu *menu, const QString &format)
{
    QAction *action = menu->addAction(format.toUpper());
    action->setObjectName(QStringLiteral("export_") + format);
    connect(action, &QAction::triggered, this, [this, format] { Q_EMIT exportRequested(format); });
}

void ChartMenu::leaveOutExport() { m_export->menuAction()->setVisible(false); }

void ChartMenu::retranslate()
{
    m_copyPicture->setText(tr("Copy &picture"));
    m_copyNumbers->setText(tr("Copy &numbers"));
    m_export->setTitle(tr("&Export"));
    m_table->setText(tr("Show as &table"));
    m_button->setToolTip(tr("Copy, export, show as table"));
    m_button->setAccessibleName(tr("Chart menu"));
}

} // namespace foretrail
