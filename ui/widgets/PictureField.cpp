#include "ui/widgets/PictureField.h"

#include "ui/asking/FileDialogs.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace foretrail {

PictureField::PictureField(const QString &name, const QString &chooser, QWidget *parent) : QWidget(parent), m_line(new QLineEdit(this)), m_choose(new QPushButton(this))
{
    m_line->setObjectName(name);
    m_choose->setObjectName(chooser);
    m_choose->setAutoDefault(false);
    setFocusProxy(m_line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space);
    row->addWidget(m_line, 1);
    row->addWidget(m_choose);
    showTexts();
    connect(m_line, &QLineEdit::editingFinished, this, [this] { Q_EMIT pathChosen(path()); });
    connect(m_choose, &QPushButton::clicked, this, &PictureField::choose);
}

QString PictureField::path() const { return m_line->text().trimmed(); }

void PictureField::setPath(const QString &path) { m_line->setText(path); }

void PictureField::showTexts()
{
    m_choose->setText(tr("C&hoose…"));
    m_line->setAccessibleName(tr("Logo"));
    m_line->setPlaceholderText(tr("PNG, JPEG or SVG"));
}

void PictureField::choose()
{
    const QString chosen = FileDialogs::openFile(this, tr("Logo"), path().isEmpty() ? m_folder : path(), tr("Pictures (*.png *.jpg *.jpeg *.svg)"));
    if (chosen.isEmpty())
        return;
    setPath(chosen);
    Q_EMIT pathChosen(chosen);
}

} // namespace foretrail
