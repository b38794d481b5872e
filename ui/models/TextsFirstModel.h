#pragma once

#include "ui/models/TextTableModel.h"

namespace foretrail {

/// A table of texts whose first columns are texts: left aligned, and shown as they are, whatever figures a key has.
class TextsFirstModel : public TextTableModel {
    Q_OBJECT
public:
    explicit TextsFirstModel(int texts) : m_texts(texts) {}
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int m_texts;
};

} // namespace foretrail
