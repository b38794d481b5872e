#include "ui/widgets/RecentRow.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/SketchLine.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace foretrail {

RecentRow::RecentRow(QWidget *parent)
    : QPushButton(parent), m_name(new QLabel(this)), m_folder(new QLabel(this)), m_sketch(new SketchLine(this)),
      m_rows(new QLabel(this)), m_remove(new QToolButton(this))
{
    setObjectName(QStringLiteral("recentRow"));
    setProperty("row", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_name->setObjectName(QStringLiteral("recentName"));
    m_rows->setObjectName(QStringLiteral("recentRows"));
    m_rows->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_rows->setMinimumWidth(140);
    for (QLabel *label : {m_folder, m_rows})
        label->setProperty("quiet", true);
    m_remove->setObjectName(QStringLiteral("recentRemove"));
    m_remove->setIcon(Theme::icon(QStringLiteral("close")));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    for (QLabel *label : {m_name, m_folder}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        texts->addWidget(label);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, Theme::space, 12, Theme::space);
    layout->setSpacing(2 * Theme::space);
    layout->addLayout(texts, 1);
    layout->addWidget(m_sketch);
    layout->addWidget(m_rows);
    layout->addWidget(m_remove);
    for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_folder, m_sketch, m_rows})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_workspace.state != RecentWorkspace::State::Missing)
            Q_EMIT opened(m_workspace.path);
    });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removed(m_workspace.path); });
}

void RecentRow::setWorkspace(const RecentWorkspace &workspace)
{
    m_workspace = workspace;
    m_sketch->setValues(workspace.sketch);
    showTexts();
}

void RecentRow::showTexts()
{
    using State = RecentWorkspace::State;
    m_folder->setFont(Theme::tableFont());
    const bool isMissing = m_workspace.state == State::Missing;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    const QFileInfo file(m_workspace.path);
    m_name->setText(m_name->fontMetrics().elidedText(file.completeBaseName(), Qt::ElideMiddle, std::max(80, m_name->width())));
    const QString folder = QDir::toNativeSeparators(file.path());
    m_folder->setText(m_folder->fontMetrics().elidedText(folder, Qt::ElideMiddle, std::max(80, m_folder->width())));
    QString rows;
    if (m_workspace.state == State::There)
        rows = tr("%1 rows").arg(QLocale().toString(m_workspace.rows));
    else if (isMissing)
        rows = tr("not found");
    else if (m_workspace.state == State::Unreadable)
        rows = tr("cannot be read");
    m_rows->setText(rows);
    m_sketch->setVisible(!isMissing);
    m_remove->setVisible(isMissing || m_workspace.state == State::Unreadable);
    m_remove->setToolTip(tr("Take %1 off this list").arg(file.completeBaseName()));
    m_remove->setAccessibleName(m_remove->toolTip());
    setToolTip(m_workspace.problem.isEmpty() ? QDir::toNativeSeparators(m_workspace.path) : m_workspace.problem);
    setAccessibleName(QStringLiteral("%1, %2").arg(file.completeBaseName(), rows));
}

QSize RecentRow::sizeHint() const
{
    return layout()->sizeHint().expandedTo({320, 48});
}

QSize RecentRow::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

void RecentRow::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showTexts();
}

void RecentRow::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    showTexts();
}

} // namespace foretrail
