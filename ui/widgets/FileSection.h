#pragma once

#include "ui/widgets/ImportSection.h"

namespace foretrail {

/// How the text of a file is cut into fields: delimiter, header, encoding, words that mean no value.
class FileSection : public ImportSection {
    Q_OBJECT
public:
    explicit FileSection(QWidget *parent = nullptr);
    void apply(ImportPlan &plan) const override;

protected:
    void fill(const ImportPreview &preview) override;
    void retranslate() override;
    QString summary() const override;

private:
    void onNullWords();
    QStringList nullWords() const;

    QLabel *m_delimiterTitle;
    QComboBox *m_delimiter;
    QCheckBox *m_header;
    QLabel *m_encodingTitle;
    QComboBox *m_encoding;
    QLabel *m_encodingNote;
    QLabel *m_nullTitle;
    QLineEdit *m_null;
    ImportPlan m_plan;
};

} // namespace foretrail
