#include "ui/widgets/ModelCombo.h"

#include <QEvent>

#include <algorithm>

namespace foretrail {

ModelCombo::ModelCombo(QWidget *parent) : QComboBox(parent)
{
    fill();
    setModelName(ModelSpec().model);
}

void ModelCombo::fill()
{
    const QString chosen = model();
    clear();
    for (const ModelInfo &entry : modelRegistry().models()) {
        addItem(entry.name, entry.name);
        setItemData(count() - 1, entry.explanation, Qt::ToolTipRole);
    }
    setModelName(chosen);
}

void ModelCombo::setModelName(const QString &name)
{
    setCurrentIndex(std::max(0, findData(name)));
}

ModelInfo ModelCombo::info() const
{
    const ModelInfo *found = modelRegistry().find(model());
    return found ? *found : ModelInfo();
}

void ModelCombo::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace foretrail
